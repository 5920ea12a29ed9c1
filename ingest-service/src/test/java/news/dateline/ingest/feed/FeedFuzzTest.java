package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
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

/** No bytes make the feed reader throw anything but its own error, or take longer than a second for a megabyte. */
class FeedFuzzTest {
    private static final Path FEEDS = Path.of("../../shared/data/feeds");
    private static final int MEGABYTE = 1_000_000;
    private static final String RSS = """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:base="https://x.example/"><channel><title>N</title>
            <link>https://x.example/</link><language>en_GB</language><item><title>Ferry &amp; tram</title><link>/1</link>
            <guid>h-1</guid><description>No&nbsp;body.</description><content:encoded><![CDATA[<p>A</p>]]></content:encoded>
            <dc:creator>ann@x.example (Ann Lee)</dc:creator><pubDate>Mon, 23 Nov 26 09:30 EST</pubDate></item></channel></rss>""";
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/a/"><title>N</title>
            <entry><id>tag:x,2026:1</id><title type="html">Tide &amp;lt;b&amp;gt;</title><link href="b"/>
            <updated>2026-11-23T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It did
            <a href="c">so</a>.</p></div></content></entry></feed>""";
    private static final String JSON = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{"
            + "\"id\":1,\"url\":\"/a\",\"content_text\":\"x\",\"date_published\":\"2026-01-01\",\"authors\":[{\"name\":\"A\"}]}]}";
    private static final String SITEMAP = "<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>"
            + "https://x.example/1</loc><n:news><n:title>A</n:title><n:publication_date>2026-01-01</n:publication_date>"
            + "<n:publication><n:name>N</n:name></n:publication></n:news></url></urlset>";

    private static void read(byte[] bytes) {
        try {
            FeedArticles.of(FeedReader.read(bytes, Optional.empty(), Optional.of("https://x.example/f")),
                    Instant.EPOCH);
        } catch (UnreadableFeed e) {
            assertThat(e.getMessage()).startsWith("must");
        }
    }

    @Test
    void mutatedFeedsAreReadOrRefused() {
        List<byte[]> seeds = new ArrayList<>();
        for (String feed : List.of(RSS, ATOM, JSON, SITEMAP)) {
            seeds.add(feed.getBytes(UTF_8));
        }
        seeds.add(RSS.getBytes(UTF_16LE));
        Mutations.of(seeds, 4_000, FeedFuzzTest::read);
    }

    @Test
    void mutatedTimesAreReadOrAbsent() {
        List<byte[]> seeds = List.of("Mon, 23 Nov 26 09:30:00 America/New_York", "2026-11-23T09:30:00.123+05:30",
                "2026-július-3T9:15-05:00", "2026년 11월 23일 오후 11:31", "Nov 23, 2026 9:30 PM PST8PDT",
                "20261123T093000Z",
                "1795426200", "23.11.2026 09.30", "2026-327T24").stream().map(time -> time.getBytes(UTF_8)).toList();

        Mutations.of(seeds, 20_000, bytes -> assertThat(FeedTime.read(new String(bytes, UTF_8))).isNotNull());
    }

    @Test
    void mutatedRealFeedsAreReadOrRefused() {
        List<byte[]> seeds = new ArrayList<>(Mutations.files(FEEDS, ".xml", 20_000));
        seeds.addAll(Mutations.files(FEEDS.resolve("gofeed/testdata/parser/json"), ".json", 20_000));
        if (!seeds.isEmpty()) {
            Mutations.of(seeds, 3_000, FeedFuzzTest::read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<item>", "<title>", "<a b='c'>", "&amp;", "&", "<![CDATA[", "<![CDATA[]]>",
            "<item><title>", "<<",
            "x@y (", "<link href='", "]]>", "<item/>", "<category>a</category>",
            "<media:keywords>a,a,a</media:keywords>", "<!--",
            "<a xml:base='b/'>", "<item xml:base='b/'><link>c</link>", "<?x ", "<pubDate>1 1 1 ", "<title>1 January 1",
            "&lt;a&gt;", "<guid>http://a/", "<item><title>A</title><description>&lt;b&gt;c</description></item>"})
    void megabyteOfTheSameCostsLessThanASecond(String again) {
        byte[] rss = ("<rss><channel><item><title>A</title>" + again.repeat(MEGABYTE / again.length()))
                .getBytes(ISO_8859_1);
        byte[] atom = ("<feed xml:base='http://x/'><entry><title>A</title><content type='xhtml'>"
                + again.repeat(MEGABYTE / again.length())).getBytes(ISO_8859_1);

        Duration ofRss = Mutations.cost(() -> read(rss));
        Duration ofAtom = Mutations.cost(() -> read(atom));
        System.out.println("a megabyte of " + again + ": " + ofRss.toMillis() + " and " + ofAtom.toMillis() + " ms");

        assertThat(ofRss).isLessThan(Duration.ofSeconds(1));
        assertThat(ofAtom).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[", "{\"id\":1},", "[", "{\"a\":", "\"", "1", "{\"items\":[{\"tags\":[\"",
            "\\u0000"})
    void megabyteOfJsonCostsLessThanASecond(String again) {
        byte[] json = ("{\"items\":[" + again.repeat(MEGABYTE / again.length())).getBytes(UTF_8);

        assertThat(Mutations.cost(() -> read(json))).isLessThan(Duration.ofSeconds(1));
    }
}
