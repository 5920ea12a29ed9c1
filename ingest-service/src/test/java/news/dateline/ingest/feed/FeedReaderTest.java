package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String RSS = """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title>
            <link>https://harbour.example/</link><language>en_GB</language>
            <item><title>Ferry &amp; tram <b>collide</b></title><link>/news/1</link><guid>h-1</guid>
            <description>Nobody&nbsp;was hurt.</description><content:encoded><![CDATA[<p>All day.</p>]]></content:encoded>
            <dc:creator>Ann Lee</dc:creator><category>Transport</category>
            <pubDate>Mon, 23 Nov 26 09:30 EST</pubDate></item></channel></rss>""";
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/a/"><title>N</title>
            <entry><id>tag:x,2026:1</id><title type="html">Tide &amp;lt;b&amp;gt;turns&amp;lt;/b&amp;gt;</title>
            <link href="b"/><updated>2026-11-23T10:00:00Z</updated><content type="xhtml">
            <div xmlns="http://www.w3.org/1999/xhtml"><p>It did.</p></div></content></entry></feed>""";

    @Test
    void rssItemBecomesAnArticle() {
        RawArticle article = only(RSS);

        assertThat(article.headline()).isEqualTo("Ferry & tram collide");
        assertThat(article.url()).contains("https://harbour.example/news/1");
        assertThat(article.sourceArticleId()).contains("h-1");
        assertThat(article.summary()).isEqualTo("Nobody was hurt.");
        assertThat(article.content().text()).isEqualTo("<p>All day.</p>");
        assertThat(article.bylines()).containsExactly("Ann Lee");
        assertThat(article.declared().language()).contains("en-GB");
        assertThat(article.declared().sections()).containsExactly("Transport");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-23T14:30:00Z"));
    }

    @Test
    void atomLinkIsResolvedAgainstItsBase() {
        assertThat(only(ATOM).url()).contains("https://harbour.example/a/b");
        assertThat(only(ATOM).content().text()).isEqualTo("<p>It did.</p>");
    }

    @Test
    void ampersandThatBeginsNoReferenceStandsForItself() {
        RawArticle article = only("<rss><channel><item><title>Fish & chips &amp; A&copy</title>"
                + "<link>https://x.example/?a=1&copy=2&reg=3</link><description><![CDATA[A &copy; B]]></description>"
                + "</item></channel></rss>");

        assertThat(article.headline()).isEqualTo("Fish & chips & A&copy");
        assertThat(article.url()).contains("https://x.example/?a=1&copy=2&reg=3");
        assertThat(article.summary()).isEqualTo("A \u00a9 B");
    }

    @Test
    void entryThatTellsOnlyItsUpdateWasPublishedThen() {
        assertThat(only(ATOM).publishedAt()).contains(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void guidThatIsTheLinkAgainLeavesIdentityToTheUrl() {
        String linked = "<rss><channel><item><title>A</title><link>https://x.example/a</link>"
                + "<guid>https://x.example/a?utm_source=rss</guid></item></channel></rss>";

        assertThat(only(linked).sourceArticleId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n  <?xml version='1.0'?><rss><channel><item><title>Ebb</title></item></channel></rss>",
            "Warning: x in y.php<rss><channel><item><title>Ebb</title></item></channel></rss>",
            "<rss><channel><item><title>Ebb</title>", "<rss><channel><item><title>Ebb</title><item><title>B</title>",
            "<RSS><Channel><Item><Title>Ebb</Title></Item></Channel></RSS>",
            "<rss><channel><item><title>E\u0001bb</title></item>"})
    void malformedFeedStillHasItsItems(String feed) {
        assertThat(read(feed).items().get(0).title().words().replace("\u0001", "")).isEqualTo("Ebb");
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, windows-1251, ''", "Shift_JIS, '', Shift_JIS", "ISO-2022-JP, '', ''",
            "UTF-32LE, utf-8, ''", "UTF-32BE, '', ''", "UTF-16BE, '', ''", "UTF-8, utf-16, ''",
            "UTF-8, iso-8859-1, iso-8859-1",
            "UTF-16LE, '', UTF-8", "windows-1252, '', UTF-8"})
    void charsetIsFoundWhateverIsSaidOfIt(String real, String prolog, String header) {
        String word = real.equals("windows-1251")
                ? "Россия"
                : real.endsWith("JP") || real.endsWith("JIS") ? "日本語" : "déjà vu";
        String feed = "<?xml version=\"1.0\"" + (prolog.isEmpty() ? "" : " encoding=\"" + prolog + "\"")
                + "?><rss><channel><item><title>" + word + "</title></item></channel></rss>";
        Optional<String> type = header.isEmpty() ? Optional.empty() : Optional.of("text/xml; charset=" + header);

        FeedDocument read = FeedReader.read(feed.getBytes(Charset.forName(real)), type, Optional.empty());

        assertThat(read.items().get(0).title().value()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<html><body>no</body></html>", "{", "{}", "just text", "<note/>"})
    void whatIsNoFeedIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFeed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sun, 06 Jul 2014 12:56:00 GMT|2014-07-06T12:56:00Z",
            "2014-07-06T12:56:00+02:00|2014-07-06T10:56:00Z", "2014-07-06 12:56|2014-07-06T12:56:00Z",
            "6 July 14 12:56 -0330|2014-07-06T16:26:00Z", "July 6, 2014 1:05 PM PDT|2014-07-06T20:05:00Z",
            "20140706T125600Z|2014-07-06T12:56:00Z", "Sun Jul 6 12:56:00 EDT 2014|2014-07-06T16:56:00Z",
            "07/06/2014 12:56:00|2014-07-06T12:56:00Z", "2014-07|2014-07-01T00:00:00Z",
            "Sun, 6 Jul 2014 12:56:00 ET|2014-07-06T16:56:00Z", "Fri, 2014/07/04 12:56:00 EDT|2014-07-04T16:56:00Z",
            "06.07.2014 12.56|2014-07-06T12:56:00Z", "7th July 2014|2014-07-07T00:00:00Z",
            "Κυρ, 06 Ιούλ 2014 12:56:00 +0300|2014-07-06T09:56:00Z", "6 июля 2014 12:56|2014-07-06T12:56:00Z",
            "2014-július-6T9:15-05:00|2014-07-06T14:15:00Z", "2014년 07월 06일 오후 11:31:58|2014-07-06T14:31:58Z",
            "2014-07-06 오전 01:31:15|2014-07-05T16:31:15Z", "2014年7月6日 12:56|2014-07-06T12:56:00Z",
            "Mié, 06 Ago 2014 12:56 +0200|2014-08-06T10:56:00Z", "1404651360|2014-07-06T12:56:00Z",
            "Sun, 06 Jul 2014 12:56:00 Europe/Paris|2014-07-06T10:56:00Z", "2014-187|2014-07-06T00:00:00Z",
            "Sun, 06 Jul 114 12:56:00 GMT|2014-07-06T12:56:00Z", "20140706125600|2014-07-06T12:56:00Z",
            "Sun, 06 Jul 2014 24:00:00 +0530|2014-07-06T18:30:00Z", "July 6, 2014 9 PM|2014-07-06T21:00:00Z",
            "Mon Jan 6 12:56:00 2014|2014-01-06T12:56:00Z", "2014-07-06T12|2014-07-06T12:00:00Z"})
    void timesAreReadInEveryForm(String text, Instant expected) {
        assertThat(FeedTime.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31 Jun 2014", "99/99/9999", "2014-13-45T99:99:99Z"})
    void whatIsNoTimeIsAbsent(String text) {
        assertThat(FeedTime.read(text)).isEmpty();
    }

    private static FeedDocument read(String feed) {
        return FeedReader.read(feed.getBytes(UTF_8), Optional.empty(), Optional.empty());
    }

    private static RawArticle only(String feed) {
        List<RawArticle> articles = FeedArticles.of(read(feed), NOW);
        assertThat(articles).hasSize(1);
        return articles.get(0);
    }
}
