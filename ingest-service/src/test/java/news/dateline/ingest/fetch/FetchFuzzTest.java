package news.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server says in robots.txt, {@code Retry-After} or {@code Location} is read or passed over, in short time. */
class FetchFuzzTest {
    private static final URI FEED = URI.create("https://a.example/" + "a".repeat(200) + "?" + "a=a&".repeat(100));
    private static final String ROBOTS = """
            # Rules
            User-agent: *
            Disallow: /private/*.html$
            Allow: /private/%7efeed
            Crawl-delay: 2
            User-Agent: dateline
            Disallow:
            Sitemap: https://a.example/map.xml
            """;

    private static boolean isAllowed(byte[] robots) {
        SimpleRobotRules rules = Robots.rules(FEED, robots, List.of("dateline"));
        return rules.isAllowed(FEED.toString());
    }

    private static void mutate(List<String> seeds, java.util.function.Consumer<byte[]> reader) {
        Mutations.of(seeds.stream().map(seed -> seed.getBytes(UTF_8)).toList(), 4_000, reader);
    }

    @Test
    void mutatedRobotsAreRead() {
        mutate(List.of(ROBOTS, "\uFEFF" + ROBOTS), FetchFuzzTest::isAllowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Disallow: /a\n", "Disallow: *a\n", "*a", "User-agent: *\n", "User-agent: dateline\n", "a",
            "Disallow: /*a*a*a*a*a*a*a*b$\n", "%", "%41", "%00", " ", ":", "Allow: ", "Crawl-delay: 9\n",
            "Sitemap: /a\n"})
    void whatIsReadOfRobotsCostsLessThanASecond(String again) {
        byte[] robots = ("User-agent: *\nDisallow: /" + again.repeat(Robots.MOST_BYTES / again.length()))
                .getBytes(ISO_8859_1);

        Duration cost = Mutations.cost(() -> isAllowed(robots));
        System.out.println("robots.txt of " + again.strip() + ": " + cost.toMillis() + " ms");
        assertThat(cost).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void mutatedTimesToWaitAreReadOrPassedOver() {
        mutate(List.of("120", "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"),
                bytes -> assertThat(RetryAfter.read(new String(bytes, UTF_8), Instant.EPOCH)
                        .filter(Duration::isNegative)).isEmpty());
    }

    @Test
    void mutatedAddressesAreWebAddressesOrNone() {
        mutate(List.of("http://a.example/b?c=d#e", "//b.example:8080/", "../c d", "https://[::1]:1/",
                "http://müll.example"),
                bytes -> {
                    String text = new String(bytes, UTF_8);
                    WebAddress.redirected(FEED, text).or(() -> WebAddress.of(text))
                            .ifPresent(url -> assertThat(url.getScheme()).startsWith("http"));
                });
    }
}
