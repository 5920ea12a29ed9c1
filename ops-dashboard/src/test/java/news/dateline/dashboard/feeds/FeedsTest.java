package news.dateline.dashboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final Feeds feeds = new Feeds();

    @BeforeEach
    void add() {
        feeds.changed(Feed.of("https://old.example/", NOW.minusSeconds(3600)));
        feeds.changed(Feed.of("https://new.example/", NOW).polledAt(NOW));
        feeds.changed(Feed.of("https://paused.example/", NOW).in(FeedState.PAUSED, "", NOW));
    }

    @Test
    void theSickestComesFirst() {
        Feeds.FeedsView view = feeds.view(Feeds.Wanted.sickest(2), NOW);

        assertThat(view.states()).containsExactly(Map.entry("overdue", 1L), Map.entry("new", 1L),
                Map.entry("paused", 1L));
        assertThat(view.matching()).isEqualTo(3);
        assertThat(urls(view)).containsExactly("https://old.example/", "https://new.example/");
    }

    @Test
    void whatSomebodyHasJustTouchedComesBeforeTheSickest() {
        Feeds.FeedsView view = feeds.view(
                new Feeds.Wanted("EXAMPLE", "overdue", Set.of("https://paused.example/"), 10), NOW);

        assertThat(urls(view)).containsExactly("https://paused.example/", "https://old.example/");
    }

    @Test
    void saysThatAPollWasAskedForUntilItHasBegun() {
        assertThat(feeds.view(new Feeds.Wanted("new.example", "", Set.of(), 1), NOW).lines().getFirst().asked())
                .isTrue();
    }

    private static List<String> urls(Feeds.FeedsView view) {
        return view.lines().stream().map(Feeds.FeedLine::url).toList();
    }
}
