package news.dateline.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No page makes the reader throw, or take more than some seconds of processor time for a megabyte: a busy machine's second is short, and what
 * grows with the square takes minutes.
 */
class PageFuzzTest {
    private static final int MEGABYTE = 1_000_000;
    private static final long SECONDS = 5_000_000_000L;
    private static final int MUTANTS = 300;
    private static final String OWN = "<!doctype html><html lang=en><head><title>Lamp relit | Courier</title>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Lamp\",\"author\":[{\"name\":\"Ada\"}],"
            + "\"datePublished\":\"2026-11-13T19:05:00Z\",\"articleBody\":\"It turns.\"}</script></head><body><nav><ul><li><a href=/>"
            + "Home</a></li></ul></nav><article class='post-body'><h1>Lamp relit</h1><p class=byline>By Ada Quill, 13 November 2026"
            + "</p><p>The lens turned again on <b>Friday</b> &amp; all of them were there to see it.</p><table><tr><td>1</td></tr></table>"
            + "<br><br><svg><math><mi>x</mi></math></svg><!-- c --></article></body></html>";
    private static final List<String> PIECES = List.of("<", ">", "\"", "'", "</", "<!--", "-->", "<![CDATA[", "]]>",
            "&#0;",
            "&#xFFFFFF;", "<script", "</script>", "<svg>", "<math>", "<table>", "<select>", "<template>", "<frameset>",
            "<form>",
            "<a>", "<p>", "<b>", "\0", "\uD800", "\uFFFF", "{", "[", "\\u", ",", "itemprop=author ", "class=comments ",
            " style='display:none'", "<time datetime='", "<plaintext>", "<textarea>", "<base href='http://[::'>");

    @BeforeAll
    static void warmUp() {
        Random random = new Random(1);
        for (int i = 0; i < MUTANTS; i++) {
            PageReader.read(mutant(OWN.repeat(3), random), Optional.empty());
        }
    }

    private static String mutant(String page, Random random) {
        StringBuilder text = new StringBuilder(page);
        int changes = 1 + random.nextInt(20);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(200)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                default -> text.insert(random.nextInt(text.length()),
                        text.substring(at, Math.min(text.length(), at + 500)));
            }
        }
        return text.toString();
    }

    private static long processorTime(String page) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        PageReader.read(page, Optional.of("https://example.org/1"));
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static void assertBounded(String page) {
        assertThat(processorTime(page)).isLessThan(SECONDS * Math.max(1, (page.length() + MEGABYTE - 1) / MEGABYTE));
    }

    @Test
    void readsMutantsOfPages() throws IOException {
        List<String> pages = new ArrayList<>(List.of(OWN));
        Path real = Path.of("../../shared/data/extraction/readability/test-pages");
        if (Files.isDirectory(real)) {
            try (Stream<Path> folders = Files.list(real)) {
                for (Path folder : folders.sorted().limit(30).toList()) {
                    pages.add(new String(Files.readAllBytes(folder.resolve("source.html")), UTF_8));
                }
            }
        }
        Random random = new Random(20_261_124);

        for (int i = 0; i < MUTANTS; i++) {
            assertBounded(mutant(pages.get(i % pages.size()), random));
        }
    }

    static Stream<String> repeated() {
        return Stream.of("<div>", "<p>", "<b>", "<a href=x>", "<a>x", "<table><tr><td>", "<li>",
                "<span class=date>2020",
                "<h1>Lamp relit</h1>", "<meta name=author content=x>", "<div class='a b c comments'>x</div>", "&amp;",
                "<",
                "x ", "\u00A0", "\u4E00", "<br>", "<p>x", "<!--", "<svg>", "<font>", "<div style='display : none'>x",
                "<script type=application/ld+json>{}</script>", "<time>2020-01-01</time>", "<i itemprop=author>x",
                "<ul><li><a>x",
                "<blockquote>", "<div itemprop=articleBody>", "<select><option>", "</p>", "<form>", "<nobr>",
                "<ruby><rt>", "<b a=1><i b=2><p>x");
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("repeated")
    void readsAMegabyteOfAnything(String piece) {
        String title = "<!doctype html><title>Lamp relit</title><body class=update>";
        assertBounded(title + piece.repeat((MEGABYTE - title.length()) / piece.length()));
    }

    @Test
    void readsTwentyMegabytesAndTenThousandLevels() {
        assertBounded("<html><body>"
                + ("<div class=story><p>" + "The lens turned again on Friday. ".repeat(10) + "</p></div>")
                        .repeat(55_000));
        assertBounded("<html>" + "<div class=x>".repeat(10_000) + "The lens turned again on Friday.");
    }

    @Test
    void readsFieldsOfAnyLength() {
        String long1 = "x".repeat(MEGABYTE / 4);
        assertBounded("<html lang='" + long1 + "'><title>" + long1 + "</title><h1 class='" + long1 + "'>" + long1
                + "</h1><div style='display" + " ".repeat(MEGABYTE / 4) + "'>");
        assertBounded("<html><script type='application/ld+json'>" + "[".repeat(MEGABYTE) + "</script>");
        assertBounded(
                "<html><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + "a b ".repeat(
                        MEGABYTE / 4) + "\",\"author\":[" + "{\"name\":\"A\"},".repeat(1_000) + "{}]}</script>");
    }
}
