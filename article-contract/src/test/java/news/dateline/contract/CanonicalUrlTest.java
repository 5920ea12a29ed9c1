package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalUrlTest {
    /** What addresses are made of, so that random ones get far into the reading. */
    private static final List<String> PIECES = List.of("http://", "https://", "HTTP:", "//", "/", "\\", "?", "#", "#!",
            "&", "&amp;", "=", ":", ":80", ":65536", "@", "[", "]", "[::1]", ".", "..", "/.", "/../", "%", "%4", "%C3",
            "%2f", "%zz", "%00", "+", " ", "\t", "\n", "\u0000", "\uFEFF", "\uD83D", "\uDE00", "é", "e\u0301", "。",
            "ß", "xn--", "xn--a", "www.", "m.", "amp.", "example", ".com", ".co.uk", "example.com",
            "cdn.ampproject.org",
            "/c/s/", "google.com/amp/s/", "/amp", ".amp.html", "/index.html", "utm_source=x", "id=12", ";jsessionid=1",
            "a", "Z", "9", "-", "_", "~", "|", "<", "\"", "{", "^", "`", "\u202E", "\u00AD", "١");

    static Stream<Arguments> cases() throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                CanonicalUrlTest.class.getResourceAsStream("/urls/canonical.txt"), StandardCharsets.UTF_8))) {
            return file.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" => "))
                    .map(columns -> Arguments.of(columns[0], columns[1])).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void foldsTheFormsOfAnAddress(String given, String canonical) {
        assertThat(CanonicalUrl.of(given)).isEqualTo(Optional.of(canonical).filter(form -> !form.equals("-")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "https://example.com/a?id=12             | https://example.com/a?id=13",
            "https://example.com/?p=3                | https://example.com/?p=4",
            "https://example.com/a?story=x           | https://example.com/a?story=y",
            "https://example.com/a                   | https://example.com/A",
            "https://example.com/a                   | https://example.com/a?page=2",
            "https://example.com/a                   | https://example.com/a.html",
            "https://example.com/a                   | https://example.org/a",
            "https://example.com/a                   | https://news.example.com/a",
            "https://de.example.com/a                | https://fr.example.com/a",
            "https://en.m.example.org/a              | https://de.m.example.org/a",
            "https://example.com:8080/a              | https://example.com:8081/a",
            "https://example.com/a/b                 | https://example.com/a%2Fb",
            "https://example.com/a?x=1%262           | https://example.com/a?x=1&2",
            "https://example.com/a?ref=1             | https://example.com/a?ref=2",
            "https://example.com/a?view=amp          | https://example.com/a?view=print",
            "https://example.com/champ               | https://example.com/ch",
            "https://example.com/amplifier           | https://example.com/lifier",
            "https://example.com/marshall-amp        | https://example.com/marshall",
            "https://example.com/reindex.html        | https://example.com/re",
            "https://example.com/#!/story/1          | https://example.com/#!/story/2",
            "https://ampere.example.com/a            | https://example.com/a",
            "https://cdn.ampproject.org/c/s/a.com/x  | https://cdn.ampproject.org/c/s/b.com/x",
            "https://m.co.uk/a                       | https://co.uk/a"})
    void keepsDifferentArticlesApart(String one, String other) {
        assertThat(CanonicalUrl.of(one)).isPresent().isNotEqualTo(CanonicalUrl.of(other));
    }

    @Test
    void isTheSameForItsOwnResultAndNeverThrowsWhateverTheText() {
        Random random = new Random(20_261_113);
        for (int i = 0; i < 20_000; i++) {
            String text = randomAddress(random);

            Optional<String> once = CanonicalUrl.of(text);

            assertThat(once.flatMap(CanonicalUrl::of)).as(text).isEqualTo(once);
            assertThat(once.flatMap(CanonicalUrl::host)).as(text).isEqualTo(CanonicalUrl.host(text));
            once.ifPresent(form -> assertThat(form).matches("https://[!-~&&[^/?# \"<>]]+([/?#][!-~&&[^ \"<>]]*)?"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://example.com/ | true", "https://example.com/index.html | true",
            "https://example.com/a | false", "https://example.com/?p=3 | false", "https://example.com/#!/a | false"})
    void knowsASitesFrontPage(String url, boolean front) {
        assertThat(CanonicalUrl.isFrontPage(CanonicalUrl.of(url).orElseThrow())).isEqualTo(front);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a | 100000", "/.. | 2000", "/amp | 2000", "&amp; | 1600", "a. | 4000",
            "%41 | 2000", "www. | 60", "; | 8000"})
    void takesLongTextsWithoutOverflow(String piece, int times) {
        String text = piece.repeat(times);

        assertThat(CanonicalUrl.of("https://example.com/" + text).isPresent()).isEqualTo(text.length() < 8_172);
        assertThat(CanonicalUrl.of("https://example.com/?" + text).isPresent()).isEqualTo(text.length() < 8_171);
        assertThat(CanonicalUrl.of("https://" + text))
                .satisfies(form -> assertThat(form.isPresent()).isIn(true, false));
    }

    @Test
    void isNoneWhereSchemeOrHostCanBeNoWebsServers() {
        String label = "a".repeat(63);

        assertThat(CanonicalUrl.of("https://" + label + ".com/x")).isPresent();
        assertThat(List.of("https://" + label + "a.com/x", "https://" + (label + ".").repeat(4) + "com/x",
                "https://a..com/x", "https://.com/x", "https:///?x", "https:/a.com/x", "http\u017F://a.com/x",
                "ftp://a.com/x", "https")).allSatisfy(text -> assertThat(CanonicalUrl.of(text)).isEmpty());
    }

    private static String randomAddress(Random random) {
        String start = random.nextInt(4) == 0 ? "" : "https://example.com/".substring(0, 8 + random.nextInt(13));
        return start + IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> random.nextInt(8) == 0
                        ? Character.toString((char) random.nextInt(Character.MAX_VALUE))
                        : PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
