package news.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.ingest.hub.HubCallbacks;
import org.junit.jupiter.api.Test;

/** What a hub says of a feed between its polls. */
class PolledFeedTest {
    private static final String URL = "http://feeds.test/feed";
    private static final Instant POLLED = Instant.parse("2026-11-14T10:00:00Z");
    private static final Instant PLANNED = POLLED.plus(Duration.ofHours(2));
    private static final Instant NOW = POLLED.plus(Duration.ofMinutes(30));

    private static PolledFeed feed(String state) {
        FeedStatus status = ContractJson.mapper()
                .readValue("{\"schemaVersion\":1,\"url\":\"" + URL + "\",\"state\":\"" + state
                        + "\",\"lastPollAt\":\"" + POLLED + "\",\"nextPollAt\":\"" + PLANNED + "\"}", FeedStatus.class)
                .with(Optional.of(FeedSubscription.at("http://hub.test/", URL, POLLED).asked(PLANNED)));
        return new PolledFeed(0, new RegisteredFeed(Feed.of(URL, Instant.EPOCH), 0), Optional.of(status));
    }

    private static Instant due(PolledFeed feed, Instant now) {
        return feed.plan(now).orElseThrow().at();
    }

    @Test
    void isPolledOnceForAFloodOfNewsAfterTheLastThatIsTakenForTheSame() {
        PolledFeed feed = feed("healthy");
        for (int i = 0; i < 1_000; i++) {
            feed.tell(one -> one.told(NOW), NOW);
        }
        Instant due = due(feed, NOW);

        assertThat(due).isEqualTo(NOW.plus(HubCallbacks.GATHERED));
        PolledFeed.Turn turn = feed.turn(due);
        assertThat(turn.polls()).isTrue();
        assertThat(turn.told()).isTrue();
        assertThat(turn.before().orElseThrow().subscription().orElseThrow().notices()).isOne();
        assertThat(due(feed, due)).isEqualTo(PLANNED);
    }

    @Test
    void restsBetweenPollsForNews() {
        PolledFeed feed = feed("healthy");
        Instant justPolled = POLLED.plusMillis(100);

        feed.tell(one -> one.told(justPolled), justPolled);

        assertThat(due(feed, justPolled)).isEqualTo(POLLED.plusSeconds(10));
    }

    @Test
    void isNotPolledSoonerForNewsWhileItFails() {
        PolledFeed feed = feed("failing");

        feed.tell(one -> one.told(NOW), NOW);

        assertThat(due(feed, NOW)).isEqualTo(PLANNED);
    }

    @Test
    void isPolledAgainForNewsThatCameWhileItWasPolledForSomethingElse() {
        PolledFeed feed = feed("healthy");
        feed.tell(one -> one.told(NOW), NOW);
        feed.hear(one -> one, true);

        PolledFeed.Turn turn = feed.turn(NOW);

        assertThat(turn.polls()).isTrue();
        assertThat(turn.told()).isFalse();
        assertThat(due(feed, NOW)).isEqualTo(NOW.plus(HubCallbacks.GATHERED));
    }

    @Test
    void hasItsStatusWrittenAtOnceWhenItsSubscriptionIsConfirmedAndIsPolledAsPlanned() {
        PolledFeed feed = feed("healthy");

        feed.hear(one -> one.confirmed(NOW, Duration.ofDays(1)), false);

        assertThat(due(feed, NOW)).isEqualTo(NOW);
        PolledFeed.Turn turn = feed.turn(NOW);
        assertThat(turn.polls()).isFalse();
        assertThat(turn.before().orElseThrow().subscription().orElseThrow().until())
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(due(feed, NOW)).isEqualTo(PLANNED);
    }
}
