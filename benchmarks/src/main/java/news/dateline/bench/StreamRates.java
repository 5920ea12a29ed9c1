package news.dateline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.admin.Admin;

/**
 * Articles a second through pass-through and through enrich, in turn on one broker, since rates on a shared machine swing.
 *
 * <p>The articles lie on the topic before a round begins. Pass-through is so fast that it gets them several times over;
 * its rounds would last less than its commit interval otherwise.
 */
final class StreamRates {
    private static final int LEAST_PASSED = 40_000;

    private final String bootstrap;
    private final Path folder;
    private final List<PushedArticle> articles;
    private final Progress progress;

    StreamRates(String bootstrap, Path folder, List<PushedArticle> articles, Progress progress) {
        this.bootstrap = bootstrap;
        this.folder = folder;
        this.articles = articles;
        this.progress = progress;
    }

    /** Runs the rounds; one of each before them warms up and does not count. */
    void measure(int rounds, Report report) throws InterruptedException {
        int copies = Math.ceilDiv(LEAST_PASSED, articles.size());
        List<Double> passed = new ArrayList<>();
        List<Double> enriched = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            ArticleTopics topics = new ArticleTopics(bootstrap, admin);
            TopicCreation.createMissing(admin, List.of(PassThrough.FROM, PassThrough.TO));
            TopicCreation.createMissing(admin, Topics.all());
            topics.fill(PassThrough.FROM.name(), articles, copies);
            for (int round = 0; round <= rounds; round++) {
                progress.step(round == 0 ? "warming up" : "round " + round + " of " + rounds);
                passed.add(passThrough(round, (long) copies * articles.size()));
                topics.fill(Topics.RAW.name(), articles, 1);
                enriched.add(enrich(round));
                topics.renew();
                progress.note("pass-through %,.0f, enrich %,.0f articles/s", passed.getLast(), enriched.getLast());
            }
        }
        report(passed.stream().skip(1).mapToDouble(x -> x).toArray(),
                enriched.stream().skip(1).mapToDouble(x -> x).toArray(), report);
    }

    private void report(double[] passed, double[] enriched, Report report) {
        report.add("pass-through", Rate.median(passed), "articles/s", rounds(passed));
        report.add("enrich", Rate.median(enriched), "articles/s", rounds(enriched));
        report.add("enrich of pass-through", 100 * Rate.median(enriched) / Rate.median(passed), "%",
                "aim: 10 %; medians");
    }

    private static String rounds(double[] rates) {
        return "median of " + String.join(", ", DoubleStream.of(rates).mapToObj("%,.0f"::formatted).toList());
    }

    private double passThrough(int round, long records) {
        try (CommittedOutput output = new CommittedOutput(bootstrap, PassThrough.TO.name());
                PassThrough run = PassThrough.start(bootstrap, round, folder.resolve("pass-through-" + round))) {
            return output.rate(run, records).perSecond();
        }
    }

    private double enrich(int round) {
        try (CommittedOutput output = new CommittedOutput(bootstrap, Topics.ENRICHED.name());
                StreamsRun run = StreamsRun.enrich(bootstrap, folder.resolve("enrich-" + round))) {
            return output.rate(run, articles.size()).perSecond();
        }
    }
}
