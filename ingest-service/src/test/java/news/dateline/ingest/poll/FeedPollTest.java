package news.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import news.dateline.contract.Content;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedPollTest {
    private static final String TEXT = "The lens of the old lighthouse turned again on Friday. ".repeat(4);

    private final ScriptedServer server = new ScriptedServer();
    private final Polls polls = new Polls();
    private final String feed = "http://feeds.test:" + server.port() + "/feed";

    @AfterEach
    void close() throws IOException {
        polls.close();
        server.close();
    }

    private FeedStatus pollOf(String document) throws InterruptedException {
        server.at("/feed", 200, "", document);
        return polls.poll(feed);
    }

    @Test
    void publishesNothingTwice() throws InterruptedException {
        pollOf(Rss.items(1, 3));
        FeedStatus again = pollOf(Rss.items(1, 3) + "<!-- made a second later -->");

        assertThat(polls.published).hasSize(3);
        assertThat(again.newItems()).isZero();
        assertThat(again.items()).isEqualTo(3);
    }

    @Test
    void givesArticlesWhatTheRegistrySaysWhereTheyDontSayItThemselves() throws InterruptedException {
        pollOf(Rss.items(1, 1));

        RawArticle article = polls.published.getFirst();
        assertThat(article.source().name()).isEqualTo("Harbour Courier");
        assertThat(article.declared().language()).contains("en-GB");
        assertThat(article.declared().sections()).containsExactly("Region");
    }

    @Test
    void fetchesThePagesOfTeasersWhereTheFeedSaysSo() throws InterruptedException {
        polls.pages = true;
        String host = "http://other.test:" + server.port();
        String page = "<html><head><title>Lamp</title></head><body><p>" + TEXT + "</p></body></html>";
        server.at("/good", 200, "content-type: text/html; charset=utf-8\r\n", page);
        server.at("/image", 200, "content-type: image/png\r\n", "x");
        FeedStatus status = pollOf(Rss.of("<item><title>Good</title><link>" + host + "/good</link></item>",
                "<item><title>Gone</title><link>" + host + "/gone</link></item>",
                "<item><title>Image</title><link>" + host + "/image</link></item>",
                "<item><title>Inside</title><link>http://127.0.0.2/x</link></item>"));

        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Inside", "Image", "Gone", "Good");
        assertThat(polls.published.getLast().content()).isEqualTo(new Content(Content.HTML, page));
        assertThat(polls.published.subList(0, 3)).allSatisfy(
                article -> assertThat(article.content()).isEqualTo(Content.NONE));
        assertThat(status.state()).isEqualTo(FeedHealth.HEALTHY);
        int before = server.requests.size();
        polls.poll(feed);
        assertThat(server.requests).hasSize(before + 1);
    }

    @Test
    void publishesOnlyWhatIsNewOldestFirst() throws InterruptedException {
        pollOf(Rss.items(1, 3));
        FeedStatus status = pollOf(Rss.items(2, 5));

        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Headline 1", "Headline 2",
                "Headline 3", "Headline 4", "Headline 5");
        assertThat(status.published()).isEqualTo(5);
    }

    @Test
    void publishesAChangedItemAsTheSameArticle() throws InterruptedException {
        pollOf(Rss.of(Rss.item("g", "Lamp lit", TEXT)));
        pollOf(Rss.of(Rss.item("g", "Lamp lit again", TEXT)));

        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Lamp lit", "Lamp lit again");
        assertThat(polls.published).extracting(RawArticle::articleId).hasSize(2).containsOnly(
                polls.published.getFirst().articleId());
    }

    @Test
    void makesNoNewArticleOfTheSameTextUnderAnotherGuidAndLink() throws InterruptedException {
        pollOf(Rss.of(Rss.item("g1", "Lamp lit", TEXT)));
        pollOf(Rss.of(Rss.item("g2", "Lamp lit", TEXT)));

        assertThat(polls.published).hasSize(1);
    }

    @Test
    void tellsItemsWithoutATextApartByTheirLinks() throws InterruptedException {
        pollOf(Rss.of(Rss.item("g1", "Morning briefing", "")));
        pollOf(Rss.of(Rss.item("g2", "Morning briefing", "")));

        assertThat(polls.published).hasSize(2);
    }

    @Test
    void knowsAnItemThatComesBack() throws InterruptedException {
        pollOf(Rss.items(1, 3));
        pollOf(Rss.items(3, 3));
        pollOf(Rss.items(1, 3));

        assertThat(polls.published).hasSize(3);
    }

    @Test
    void asksOnlyWhetherAnythingHasChanged() throws InterruptedException {
        server.at("/feed", 200, "etag: W/\"1\"\r\nlast-modified: Thu, 05 Nov 2026 09:00:00 GMT\r\n", Rss.items(1, 1));
        polls.poll(feed);
        server.at("/feed", 304, "", "");

        FeedStatus status = polls.poll(feed);

        assertThat(server.asked().getLast().header("if-none-match")).contains("W/\"1\"");
        assertThat(server.asked().getLast().header("if-modified-since")).contains("Thu, 05 Nov 2026 09:00:00 GMT");
        assertThat(status.state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(status.bytes()).isZero();
        assertThat(status.items()).isOne();
    }

    @Test
    void pollsALivelyFeedMoreOftenThanAQuietOneWithinBounds() throws InterruptedException {
        FeedStatus status = pollOf(Rss.items(1, 1));
        for (int i = 2; i < 12; i++) {
            status = pollOf(Rss.items(1, i));
        }
        assertThat(status.intervalSeconds()).isEqualTo(Polls.LEAST.toSeconds());
        for (int i = 0; i < 40; i++) {
            status = polls.poll(feed);
        }
        assertThat(status.intervalSeconds()).isEqualTo(Polls.MOST.toSeconds());
    }

    @Test
    void waitsAsLongAsACacheWouldKeepTheAnswer() throws InterruptedException {
        server.at("/feed", 200, "cache-control: public, max-age=3600\r\n", Rss.items(1, 1));

        assertThat(polls.untilNext(polls.poll(feed))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void callsAFeedSilentThatHasHadNothingNewForLong() throws InterruptedException {
        pollOf(Rss.items(1, 1));
        FeedStatus status = polls.poll(feed);
        while (status.lastPollAt().isBefore(Instant.parse("2026-11-12T12:00:00Z"))) {
            status = polls.poll(feed);
        }
        assertThat(status.state()).isEqualTo(FeedHealth.SILENT);
        assertThat(pollOf(Rss.items(1, 2)).state()).isEqualTo(FeedHealth.HEALTHY);
    }

    @Test
    void callsAFeedSilentAtOnceWhoseItemsAreOld() throws InterruptedException {
        FeedStatus status = pollOf(Rss.of("<item><title>Old</title><link>http://site.test/old</link>"
                + "<pubDate>Tue, 01 Sep 2026 10:00:00 GMT</pubDate></item>"));

        assertThat(status.state()).isEqualTo(FeedHealth.SILENT);
        assertThat(status.lastNewItemAt()).contains(Instant.parse("2026-09-01T10:00:00Z"));
    }

    @Test
    void spreadsTheFirstIntervalOverFeedsThatWereAddedTogether() {
        Feed any = Feed.of(feed, Instant.EPOCH);
        double[] random = {0, 0.25, 0.5, 0.75, 1};
        assertThat(IntStream.range(0, random.length).mapToObj(i -> {
            Pace pace = new Pace(Polls.LEAST, Polls.MOST, () -> random[i]);
            return pace.afterSuccess(pace.interval(any, Optional.empty(), 5, 5), true, Optional.empty()).toSeconds();
        })).containsExactly(90L, 292L, 495L, 697L, 900L);
    }
}
