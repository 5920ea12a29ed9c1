package news.dateline.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limit is far above what any of these takes; it only catches time that grows faster than the text. */
class HostileTextTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LARGE = 300_000;

    private final Cleaner cleaner = new Cleaner();

    static Stream<String> large() {
        return Stream.of("a", " ", "(", "[", "A ", "a.", "Read More\n", "x\n", "T\nT\n",
                "Same title here\nWorld\nSame title here\n",
                "|", "(Photo by ", "/", "<", "<p>", "<b>", "<div>", "<br>", "<table>", "<a href=", "&", "&#", "-", "—",
                "AB - ", "LONDON, ", "\u0301\u0323", "\uD83D\uDE00", "\uD83D", "\u0000", "\u00A0", "[…]\nRead More\n")
                .map(part -> part.repeat(LARGE / part.length()));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("large")
    void takesLargeTextsOfAnything(String text) {
        for (String mediaType : List.of("text/plain", "text/html")) {
            assertTimeoutPreemptively(LIMIT, () -> cleaner.clean("", mediaType, text));
            assertTimeoutPreemptively(LIMIT, () -> cleaner.clean(text, mediaType, "Short."));
        }
    }

    @Test
    void takesASingleLineOfTwoMegabytes() {
        String line = "The harbour (Photo by ADA - [reporting by ".repeat(50_000);

        for (String mediaType : List.of("text/plain", "text/html")) {
            String body = assertTimeoutPreemptively(LIMIT, () -> cleaner.clean("Opens", mediaType, line).body());
            assertThat(body).isEqualTo(line.strip());
        }
    }

    @Test
    void readsTextNestedFiftyThousandLevelsDeep() {
        String html = "<div>".repeat(50_000) + "Deep down." + "</div>".repeat(50_000) + "<p>And up again.</p>";

        assertThat(cleaner.clean("Harbour opens", "text/html", html).body()).contains("Deep down.", "And up again.");
    }

    @Test
    void leavesNothingBehindThatNoStoreTakes() {
        String text = "One\u0000 two \uD83D three \uDE00 four\u0007.\u2028Five &#0; six.";

        for (String mediaType : List.of("text/plain", "text/html")) {
            CleanText clean = cleaner.clean(text, mediaType, text);
            assertThat(clean.headline() + clean.body()).doesNotContain("\u0000", "\uD83D", "\uDE00", "\u0007");
        }
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(cleaner.clean("Harbour opens", "text/plain", "Good \uD83D\uDE00 news.").body())
                .isEqualTo("Good \uD83D\uDE00 news.");
    }

    @Test
    void neverThrowsOnRandomText() {
        Random random = new Random(7);
        String[] parts = {"Read More", "[…]", "(Photo by", ")", "<p>", "</div>", "\n", "\n\n", "\uD83D", "\u0000", "A",
                " ",
                "Source", "(Reuters)", " - ", "…", "&", ";", "|", "World", "Getty Images", "\"", "—", "[+1 chars]",
                "LONDON", ". "};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String half = text.substring(0, text.length() / 2);
            cleaner.clean(half, "text/plain", text.toString());
            cleaner.clean("", random.nextBoolean() ? "text/html" : "text/plain", text.toString());
        }
    }
}
