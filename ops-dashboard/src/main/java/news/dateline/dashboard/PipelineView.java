package news.dateline.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.dashboard.feeds.Feeds;
import news.dateline.dashboard.flow.Flow;
import news.dateline.dashboard.flow.StepState;
import news.dateline.dashboard.news.NewsView;
import news.dateline.dashboard.rejected.RejectedArticles;

/**
 * The pipeline at a moment, from Kafka alone: right for one instance of each service and for fifty.
 *
 * @param at       when Kafka was asked
 * @param sentAt   when the news were looked at, which may be later
 * @param state    that of the sickest step
 * @param reading  how far the dashboard itself is
 * @param steps    in the order of the flow
 * @param received when the newest raw article came
 * @param rules    how many are in force
 */
public record PipelineView(Instant at, Instant sentAt, StepState state, Reading reading, List<Flow.Step> steps,
        List<Flow.TopicSize> topics, Optional<Instant> received, NewsView news, RejectedArticles.Summary rejected,
        int rules, Feeds.FeedsView feeds) {
    public PipelineView {
        steps = List.copyOf(steps);
        topics = List.copyOf(topics);
    }

    /** The same with what has come since. */
    PipelineView with(NewsView newer, RejectedArticles.Summary newerRejected, Instant now) {
        return new PipelineView(at, now, state, reading, steps, topics, received, newer, newerRejected, rules, feeds);
    }

    /**
     * How far the dashboard itself is.
     *
     * @param day    how much of the last day has been read, from 0 to 1
     * @param behind records of the enriched topic that it has yet to read
     */
    public record Reading(double day, long behind) {}
}
