package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds do beyond their standards, and what standards say that few know. */
class FeedDialectsTest {
    private static final String ATOM = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>";

    private static FeedDocument read(String feed) {
        return FeedReader.read(feed.getBytes(UTF_8), Optional.empty(), Optional.empty());
    }

    private static FeedItem rss(String item) {
        return read("<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/' "
                + "xmlns:m='http://search.yahoo.com/mrss/'><channel><link>http://x.example/</link><item>" + item
                + "</item></channel></rss>").items().get(0);
    }

    private static FeedItem atom(String entry) {
        return read(ATOM + "<entry>" + entry + "</entry></feed>").items().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<link>http://a.example/</link><link>http://x.example/1</link>",
            "<link>http://x.example/1</link><link rel='hub' href='http://a.example/'/>",
            "<link>\n http://x.ex\n ample/1</link>",
            "<link>/1</link>", "<link href='http://x.example/1'/>", "<guid>http://x.example/1</guid>",
            "<link><![CDATA[ http://x.example/1 ]]></link>"})
    void rssLinkIsFound(String item) {
        assertThat(rss(item).link()).contains("http://x.example/1");
    }

    @Test
    void hostWithoutItsSchemeIsNoPathOfTheSite() {
        assertThat(rss("<link>www.x.example/1</link>").link()).contains("http://www.x.example/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<author>ann@x.example (Ann Lee)</author>",
            "<author>Ann Lee &lt;ann@x.example&gt;</author>",
            "<author><name>Ann Lee</name><email>ann@x.example</email></author>", "<dc:creator>Ann Lee</dc:creator>",
            "<m:credit role='author'>Ann Lee</m:credit>"})
    void rssAuthorIsNamed(String item) {
        assertThat(rss(item).authors()).containsExactly("Ann Lee");
    }

    @ParameterizedTest
    @CsvSource({"t:issued, published", "t:created, published", "t:modified, updated", "dc:date, published",
            "dc:date, updated"})
    void dublinCoreHasTimesOfBothItsVocabularies(String element, String which) {
        FeedItem item = rss("<" + element + ">2026-11-23T10:00:00Z</" + element + ">");

        assertThat((which.equals("published") ? item.publishedAt() : item.updatedAt()).orElseThrow())
                .hasToString("2026-11-23T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<encoded>&lt;p&gt;All day.&lt;/p&gt;</encoded>",
            "<fullitem><![CDATA[<p>All day.</p>]]></fullitem>",
            "<body xmlns='http://www.w3.org/1999/xhtml'><p>All day.</p></body>",
            "<h:body xmlns:h='http://www.w3.org/1999/xhtml'><h:p>All day.</h:p></h:body>"})
    void rssTextIsFoundUnderEachOfItsNames(String item) {
        assertThat(rss(item).content()).isEqualTo(new FeedText("<p>All day.</p>", true));
    }

    @Test
    void textWithoutMarkupKeepsItsLines() {
        assertThat(rss("<content>One.\n\nTwo.</content>").content()).isEqualTo(new FeedText("One.\n\nTwo.", false));
    }

    @Test
    void itemThatHasOnlyMediaTakesItsWords() {
        FeedItem item = rss("<m:group><m:content url='http://x.example/a.mp4'><m:title>Ebb</m:title>"
                + "<m:description>It fell.</m:description></m:content></m:group>");

        assertThat(item.title().words()).isEqualTo("Ebb");
        assertThat(item.summary().words()).isEqualTo("It fell.");
    }

    @Test
    void addressesInRssMarkupFollowItsBase() {
        FeedDocument feed = read("<rss xml:base='http://x.example/a/'><channel><item><link>b</link>"
                + "<description>&lt;a href=\"c\"&gt;so&lt;/a&gt;</description></item></channel></rss>");

        assertThat(feed.items().get(0).link()).contains("http://x.example/a/b");
        assertThat(feed.items().get(0).summary().value()).isEqualTo("<a href=\"http://x.example/a/c\">so</a>");
    }

    @Test
    void atomWithoutBaseIsRelativeToItsOwnAddress() {
        FeedDocument feed = read(ATOM + "<link rel='self' href='http://x.example/a/feed'/><link href='.'/>"
                + "<entry><link href='b'/></entry></feed>");

        assertThat(feed.link()).contains("http://x.example/a/");
        assertThat(feed.items().get(0).link()).contains("http://x.example/a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<link href='http://x.example/1'/>", "<link>http://x.example/1</link>",
            "<link rel='alternate' type='application/json' href='http://x.example/j'/>"
                    + "<link rel='alternate' type='text/html' href='http://x.example/1'/>",
            "<link rel='http://www.iana.org/assignments/relation/alternate' href='http://x.example/1'/>"})
    void atomLinkToThePageIsFound(String entry) {
        assertThat(atom(entry).link()).contains("http://x.example/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"|Harbour Desk",
            "<source><author><name>Bo Lind</name></author></source>|Bo Lind",
            "<author><name>Ann Lee</name></author>|Ann Lee",
            "<author><email>ann@x.example</email></author>|ann@x.example",
            "<dc:creator>Ann Lee</dc:creator>|Ann Lee"})
    void atomEntryWithoutAnAuthorHasThatOfItsFeed(String entry, String author) {
        FeedDocument feed = read(ATOM + "<author><name>Harbour Desk</name></author><entry><title>A</title>"
                + (entry == null ? "" : entry) + "</entry></feed>");

        assertThat(feed.items().get(0).authors()).containsExactly(author);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<content type='text/plain'>It did.</content><content type='html'>&lt;p&gt;It did.</content>",
            "<content type='multipart/alternative'><content type='text/plain'>It did.</content>"
                    + "<content type='text/html' mode='escaped'>&lt;p&gt;It did.</content></content>",
            "<content type='text/html' mode='base64'>PHA+SXQgZGlkLg==</content>"})
    void atomTextIsTheOneWithParagraphs(String entry) {
        assertThat(atom(entry).content()).isEqualTo(new FeedText("<p>It did.", true));
    }

    @Test
    void xhtmlIsReadWhateverItsPrefix() {
        assertThat(atom("<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>It did.</h:p></h:div>"
                + "</content>").content().value()).isEqualTo("<p>It did.</p>");
    }

    @Test
    void videoEntryIsDescribedByItsMedia() {
        assertThat(atom("<media:group><media:description>It fell.</media:description></media:group>").summary().words())
                .isEqualTo("It fell.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<rss xml:lang='fr'><channel><item><title>A</title></item></channel></rss>",
            "<feed xml:lang='en'><entry><title xml:lang='fr'>A</title></entry></feed>",
            "<feed xml:lang='en'><entry xml:lang='fr'><title>A</title></entry></feed>",
            "{\"language\":\"fr\",\"items\":[{\"title\":\"A\"}]}"})
    void languageIsTheNearestThatIsSaid(String feed) {
        FeedDocument read = read(feed);

        assertThat(read.items().get(0).language().or(read::language)).contains("fr");
    }

    @Test
    void jsonItemWithoutAuthorsHasThoseOfItsFeed() {
        List<FeedItem> items = read(
                "{\"feed_url\":\"https://x.example/a/f.json\",\"authors\":[{\"name\":\"Harbour Desk\"}],"
                        + "\"items\":[{\"url\":\"b\"},{\"author\":\"Ann Lee\"}]}")
                .items();

        assertThat(items.get(0).authors()).containsExactly("Harbour Desk");
        assertThat(items.get(0).link()).contains("https://x.example/a/b");
        assertThat(items.get(1).authors()).containsExactly("Ann Lee");
    }
}
