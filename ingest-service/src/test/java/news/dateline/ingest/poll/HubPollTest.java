package news.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What polls make of a hub that a feed offers: when it is asked, and how often the feed is still polled. */
class HubPollTest {
    private static final String HUB = "http://hub.test/";
    private static final Duration LEASE = Duration.ofHours(8);

    private final ScriptedServer server = new ScriptedServer();
    private final Polls polls = new Polls(true);
    private final String feed = "http://feeds.test:" + server.port() + "/feed";

    @AfterEach
    void close() throws IOException {
        polls.close();
        server.close();
    }

    private FeedStatus poll(String headers, String document) throws InterruptedException {
        server.at("/feed", 200, headers, document);
        return polls.poll(feed);
    }

    private static String offering(String document) {
        return document.replace("<channel>", "<channel xmlns:atom='http://www.w3.org/2005/Atom'>"
                + "<atom:link rel='hub' href='" + HUB + "'/><atom:link rel='self' href='http://feeds.test/topic'/>");
    }

    private FeedStatus subscribed() throws InterruptedException {
        FeedStatus asked = poll("", offering(Rss.items(1, 3)));
        return polls.become(feed, asked.subscription().orElseThrow().confirmed(polls.now, LEASE));
    }

    private static FeedSubscription subscription(FeedStatus status) {
        return status.subscription().orElseThrow();
    }

    @Test
    void asksTheHubOfADocumentForItsTopic() throws InterruptedException {
        FeedStatus status = poll("", offering(Rss.items(1, 3)));

        assertThat(subscription(status).hub()).isEqualTo(HUB);
        assertThat(subscription(status).topic()).isEqualTo("http://feeds.test/topic");
        assertThat(subscription(status).requests()).isOne();
        assertThat(polls.asksHub).isTrue();
    }

    @Test
    void asksTheHubOfALinkHeaderBeforeThatOfTheDocument() throws InterruptedException {
        FeedStatus status = poll("link: <http://other.test/hub>; rel=hub\r\nlink: </topic>; rel=\"self\"\r\n",
                offering(Rss.items(1, 3)));

        assertThat(subscription(status).hub()).isEqualTo("http://other.test/hub");
        assertThat(subscription(status).topic()).isEqualTo("http://feeds.test:" + server.port() + "/topic");
    }

    @Test
    void asksTheHubOfAJsonFeed() throws InterruptedException {
        FeedStatus status = poll("", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[],\"hubs\":["
                + "{\"type\":\"rssCloud\",\"url\":\"http://cloud.test/\"},{\"type\":\"WebSub\",\"url\":\"" + HUB
                + "\"}]}");

        assertThat(subscription(status).hub()).isEqualTo(HUB);
        assertThat(subscription(status).topic()).isEqualTo(feed);
    }

    @Test
    void asksNoHubWhereNoCallbackIsSet() throws InterruptedException {
        try (Polls without = new Polls(false)) {
            server.at("/feed", 200, "", offering(Rss.items(1, 3)));

            assertThat(without.poll(feed).subscription()).isEmpty();
            assertThat(without.asksHub).isFalse();
        }
    }

    @Test
    void asksAHubThatConfirmsNothingLessAndLessOften() throws InterruptedException {
        FeedStatus status = poll("", offering(Rss.items(1, 3)));
        Duration last = Duration.ZERO;
        for (int request = 2; request < 8; request++) {
            while (subscription(status).requests() < request) {
                status = polls.poll(feed);
            }
            Duration wait = Duration.between(status.lastPollAt(), subscription(status).nextRequestAt());
            assertThat(wait).isGreaterThan(last);
            last = wait;
        }
        assertThat(last).isGreaterThan(Duration.ofHours(10));
    }

    @Test
    void pollsAFeedWhoseHubTellsOfNewsAsSeldomAsMayBe() throws InterruptedException {
        subscribed();

        FeedStatus status = polls.poll(feed);

        assertThat(polls.untilNext(status)).isBetween(Polls.MOST.multipliedBy(8).dividedBy(10), Polls.MOST);
        assertThat(polls.asksHub).isFalse();
    }

    @Test
    void renewsASubscriptionBeforeItsLeaseEnds() throws InterruptedException {
        FeedStatus status = subscribed();
        while (!polls.asksHub || subscription(status).requests() == 0) {
            status = polls.poll(feed);
        }

        assertThat(status.lastPollAt()).isBefore(subscription(status).until().orElseThrow());
        assertThat(subscription(status).isActive(status.lastPollAt())).isTrue();
    }

    @Test
    void pollsAsUsualOnceTheLeaseHasEnded() throws InterruptedException {
        FeedStatus status = subscribed();
        while (status.lastPollAt().isBefore(subscription(status).until().orElseThrow())) {
            status = poll("", offering(Rss.items(1, (int) status.polls() + 3)));
            polls.told = true;
        }

        assertThat(subscription(status).isActive(status.lastPollAt())).isFalse();
        assertThat(polls.untilNext(status)).isLessThan(Polls.MOST.dividedBy(2));
    }

    @Test
    void reliesNoMoreOnAHubThatDidNotTellOfNews() throws InterruptedException {
        subscribed();
        polls.poll(feed);

        FeedStatus status = poll("", offering(Rss.items(1, 4)));

        assertThat(subscription(status).missed()).isOne();
        assertThat(polls.untilNext(status)).isLessThan(Polls.MOST.dividedBy(2));
        assertThat(subscription(status).told(polls.now).isTrusted(polls.now)).isTrue();
    }

    @Test
    void comesAgainSoonWhereTheNewsThatAHubToldOfIsNotThereYet() throws InterruptedException {
        subscribed();
        polls.told = true;

        FeedStatus status = polls.poll(feed);

        assertThat(polls.untilNext(status)).isEqualTo(Polls.LEAST);
    }

    @Test
    void givesUpASubscriptionWhereTheFeedOffersNoHubAnyMore() throws InterruptedException {
        subscribed();

        assertThat(poll("", Rss.items(1, 4)).subscription()).isEmpty();
    }

    @Test
    void keepsTheSubscriptionOfAFeedThatFailsForNow() throws InterruptedException {
        FeedStatus before = subscribed();
        server.at("/feed", 500, "", "");

        assertThat(polls.poll(feed).subscription()).isEqualTo(before.subscription());
    }
}
