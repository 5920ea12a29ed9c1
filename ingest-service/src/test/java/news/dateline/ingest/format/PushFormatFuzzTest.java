package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.ingest.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bytes make a push format throw, or take longer than a second for a megabyte. */
class PushFormatFuzzTest {
    private static final int MEGABYTE = 1_000_000;
    private static final List<String> TYPES = List.of("application/json", "application/x-ndjson",
            "application/ninjs+json", "application/ld+json", "text/plain", "text/html");
    private static final List<String> SEEDS = List.of(
            "{\"id\":\"1\",\"url\":\"https://x.example/1\",\"source\":{\"name\":\"N\"},\"headline\":\"Tide\",\"content\":{"
                    + "\"mediaType\":\"text/html\",\"text\":\"<p>x\"},\"bylines\":[\"A\"],\"language\":\"en\","
                    + "\"publishedAt\":\"2026-01-01T00:00:00Z\",\"revision\":3,\"status\":\"usable\"}",
            "{\"uri\":\"urn:1\",\"pubstatus\":\"usable\",\"headlines\":[{\"role\":\"main\",\"value\":\"A\"}],\"bodies\":[{"
                    + "\"contenttype\":\"text/html\",\"value\":\"<p>b\"}],\"subject\":[{\"name\":\"x\"}],\"version\":2}",
            "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"author\":{"
                    + "\"@id\":\"#a\"},\"keywords\":\"a,b\"},{\"@id\":\"#a\",\"name\":\"Ann\"}]}",
            "{\"status\":\"ok\",\"articles\":[{\"title\":\"A\",\"urlToImage\":null,\"source\":{\"name\":\"N\"}},7]}",
            "<!doctype html><html><head><meta charset=utf-8><link rel=canonical href='https://x.example/1'><title>A</title>"
                    + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script><p>Text.",
            "A page\n\nwith two lines");

    private static void read(byte[] bytes) {
        for (String name : TYPES) {
            MediaType type = MediaType.of(Optional.of(name));
            assertThat(PushFormat.read(type, GivenFields.NONE, bytes, Instant.EPOCH)).isNotNull();
            assertThat(PushFormat.articles(type, bytes)).isNotNull();
        }
    }

    @Test
    void mutatedPushesAreReadOrRefused() {
        Mutations.of(SEEDS.stream().map(seed -> seed.getBytes(UTF_8)).toList(), 3_000, PushFormatFuzzTest::read);
    }

    @Test
    void mutatedRealPushesAreReadOrRefused() {
        List<byte[]> seeds = new ArrayList<>(Mutations.files(Path.of("../../shared/data/iptc"), ".json", 50_000));
        if (!seeds.isEmpty()) {
            Mutations.of(seeds, 1_000, PushFormatFuzzTest::read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{\"headline\":\"x\",", "\"", "1", "{\"@graph\":[{\"@id\":\"a\"},",
            "{\"bodies\":[{\"value\":\"x\"},", "{\"uri\":\"\",\"articles\":[{\"title\":\"x\"},", "\\u0000", "<", "<p>",
            "<meta property=og:title>", "<script type=application/ld+json>{", "\n", "\u00e9"})
    void megabyteOfTheSameCostsLessThanASecond(String again) {
        byte[] bytes = again.repeat(MEGABYTE / again.length()).getBytes(UTF_8);
        for (String name : TYPES) {
            Duration cost = Mutations
                    .cost(() -> PushFormat.read(MediaType.of(Optional.of(name)), GivenFields.NONE, bytes,
                            Instant.EPOCH));

            assertThat(cost).as(name + " of " + again).isLessThan(Duration.ofSeconds(1));
        }
    }
}
