package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.dateline.ingest.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bytes make the reader of OPML throw anything, or take longer than a second for a megabyte. */
class OpmlFuzzTest {
    private static final int MEGABYTE = 1_000_000;
    private static final String OPML = """
            <?xml version="1.0"?><opml version="2.0"><body><outline text="World"><outline type="rss" text="A &amp; B"
             title='C' xmlUrl="http://a.example/?x=1&amp;y=2" language="en"/></outline><outline xmlUrl='https://b.example/'>""";

    private static void read(byte[] bytes) {
        assertThat(Opml.read(bytes)).allSatisfy(feed -> assertThat(feed.url()).startsWithIgnoringCase("http"));
    }

    @Test
    void mutatedFilesAreRead() {
        Mutations.of(List.of(OPML.getBytes(UTF_8), OPML.getBytes(UTF_16LE)), 4_000, OpmlFuzzTest::read);
    }

    @Test
    void mutatedRealFilesAreRead() {
        List<byte[]> seeds = new ArrayList<>(Mutations.files(Path.of("../../shared/data/feeds/opml"), ".opml", 20_000));
        if (!seeds.isEmpty()) {
            Mutations.of(seeds, 2_000, OpmlFuzzTest::read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<outline ", "<outline xmlUrl=\"http://a/\"/>", "<outline a='", "a=\"b\" ", "a", "\"", "='",
            "a = ", "&amp;", "&", "<outline xmlUrl='", " ", "a:a="})
    void megabyteOfTheSameCostsLessThanASecond(String again) {
        byte[] opml = ("<opml><outline " + again.repeat(MEGABYTE / again.length())).getBytes(UTF_8);

        assertThat(Mutations.cost(() -> read(opml))).isLessThan(Duration.ofSeconds(1));
    }
}
