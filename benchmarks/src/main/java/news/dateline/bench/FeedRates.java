package news.dateline.bench;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.feed.UnreadableFeed;

/** Feed documents a second that Dateline reads, and ROME alone: processor time of one thread, in turn, on the same files. */
final class FeedRates {
    private static final Path FEEDS = Path.of("../shared/data/feeds");
    private static final int ROUNDS = 12;
    private static final int WARM_UP = 4;

    private FeedRates() {
    }

    static void measure(Report report, Progress progress) {
        List<byte[]> all = documents();
        List<byte[]> both = all.stream().filter(FeedRates::ours).filter(FeedRates::rome).toList();
        report.fact("feed documents", "%,d of %,d, which both read, %,.0f bytes each".formatted(both.size(), all.size(),
                both.stream().mapToInt(bytes -> bytes.length).average().orElse(0)));
        report.add("feeds read", (double) all.stream().filter(FeedRates::ours).count(), "documents",
                "of " + all.size());
        report.add("feeds read, ROME alone", (double) all.stream().filter(FeedRates::rome).count(), "documents",
                "of " + all.size());
        List<byte[]> large = both.stream().filter(bytes -> bytes.length > 5_000).toList();
        for (List<byte[]> documents : List.of(both, large)) {
            List<Double> ours = new ArrayList<>();
            List<Double> rome = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                progress.step("feeds, round " + (round + 1) + " of " + ROUNDS);
                ours.add(perSecond(documents, FeedRates::ours));
                rome.add(perSecond(documents, FeedRates::rome));
            }
            String which = documents.size() == both.size()
                    ? ""
                    : " of more than 5,000 bytes (" + documents.size() + ")";
            double our = median(ours);
            double theirs = median(rome);
            report.add("feeds" + which, our, "documents/s", "processor time of one thread, median");
            report.add("feeds" + which + ", ROME alone", theirs, "documents/s", "the same");
            report.add("feeds" + which + " of ROME", 100 * our / theirs, "%", "medians");
        }
    }

    private static double median(List<Double> rounds) {
        return Rate.median(rounds.stream().skip(WARM_UP).mapToDouble(x -> x).toArray());
    }

    private static double perSecond(List<byte[]> documents, Predicate<byte[]> reader) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long read = documents.stream().filter(reader).count();
        return read * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private static boolean ours(byte[] bytes) {
        try {
            return !FeedReader.read(bytes, Optional.empty(), Optional.empty()).items().isEmpty();
        } catch (UnreadableFeed e) {
            return false;
        }
    }

    private static boolean rome(byte[] bytes) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
            return !new SyndFeedInput().build(reader).getEntries().isEmpty();
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<byte[]> documents() {
        try (Stream<Path> files = Files.walk(FEEDS)) {
            return files.filter(file -> file.toString().matches(".*/(rome|miniflux|misc|gofeed)/.*\\.(xml|rss)"))
                    .filter(file -> !file.toString().contains("opml")).sorted().map(FeedRates::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
