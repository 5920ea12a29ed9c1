package news.dateline.bench;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dankito.readability4j.Readability4J;
import news.dateline.enrich.page.JudgedPages;
import news.dateline.enrich.page.JudgedPages.JudgedPage;
import news.dateline.enrich.page.PageReader;
import news.dateline.enrich.page.ShingleScore;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Extraction of articles beside the JVM's other libraries, on the same pages: how right, and how many pages a second of one
 * thread's processor time. Prints a table; its argument is the data folder.
 */
public final class PageExtractors {
    private static final int ROUNDS = 6;
    private static final double NANOS = 1e9;

    private PageExtractors() {
    }

    /** Measures each extractor on each collection. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length == 0 ? "../shared/data" : arguments[0]);
        List<JudgedPage> benchmark = JudgedPages.benchmark(data);
        List<JudgedPage> readability = JudgedPages.readability(data);
        System.out.println("| | benchmark precision | recall | F1 | readability F1 | benchmark pages/s |");
        System.out.println("|---|---|---|---|---|---|");
        extractors().forEach((name, extractor) -> {
            ShingleScore news = score(benchmark, extractor);
            ShingleScore other = score(readability, extractor);
            System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %.3f | %.0f |%n", name, news.precision(),
                    news.recall(), news.f1(), other.f1(), pagesPerSecond(benchmark, extractor));
        });
    }

    private static Map<String, Function<JudgedPage, String>> extractors() {
        Map<String, Function<JudgedPage, String>> extractors = new LinkedHashMap<>();
        extractors.put("Dateline", page -> String.join("\n\n", PageReader.read(page.html(), page.url()).paragraphs()));
        extractors.put("readability4j 1.0.8", PageExtractors::readability4j);
        extractors.put("boilerpipe 1.1.0, ArticleExtractor", PageExtractors::boilerpipe);
        extractors.put("jsoup alone: the text of the whole page", page -> Jsoup.parse(page.html()).text());
        return extractors;
    }

    private static String readability4j(JudgedPage page) {
        Element content = new Readability4J(page.url().orElse("http://fakehost/"), page.html()).parse()
                .getArticleContent();
        return Optional.ofNullable(content).map(Element::text).orElse("");
    }

    private static String boilerpipe(JudgedPage page) {
        try {
            return ArticleExtractor.INSTANCE.getText(page.html());
        } catch (BoilerpipeProcessingException e) {
            throw new BenchmarkFailed("boilerpipe failed: " + e.getMessage());
        }
    }

    private static ShingleScore score(List<JudgedPage> pages, Function<JudgedPage, String> extractor) {
        ShingleScore score = new ShingleScore();
        pages.forEach(page -> score.add(page.body(), extractor.apply(page)));
        return score;
    }

    /** Of the best of some rounds, so that what else the machine does hardly counts. */
    private static double pagesPerSecond(List<JudgedPage> pages, Function<JudgedPage, String> extractor) {
        var threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            if (pages.stream().mapToInt(page -> extractor.apply(page).length()).sum() == 0) {
                throw new BenchmarkFailed("nothing was extracted");
            }
            best = Math.max(best, pages.size() * NANOS / (threads.getCurrentThreadCpuTime() - before));
        }
        return best;
    }
}
