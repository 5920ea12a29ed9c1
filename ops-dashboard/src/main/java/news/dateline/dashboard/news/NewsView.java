package news.dateline.dashboard.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of the news lately.
 *
 * @param newest     enriched articles, the newest first
 * @param enriched   when the newest article that is enriched was received
 * @param stored     when the newest article that is stored was received
 * @param enrichedPerSecond articles over the last seconds; transactions' marks are none
 * @param storedPerSecond   the same
 * @param toEnriched from received to enriched, over the last five minutes
 * @param toStored   from received to stored, over the last five minutes
 */
public record NewsView(long hour, long day, List<CountsByName.Count> sections, List<CountsByName.Count> languages,
        List<TagCount> tags, List<Headline> newest, Optional<Instant> enriched, Optional<Instant> stored,
        double enrichedPerSecond, double storedPerSecond,
        Optional<Percentiles> toEnriched, Optional<Percentiles> toStored) {
    public NewsView {
        sections = List.copyOf(sections);
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        newest = List.copyOf(newest);
    }

    /**
     * A tag within the last hour.
     *
     * @param usual how often it comes in an hour, by the rest of the day; absent while too little of that is known
     */
    public record TagCount(String name, long hour, Optional<Double> usual) {}

    /** Times in seconds. */
    public record Percentiles(double p50, double p99) {}

    /** An enriched article in one line. */
    public record Headline(String articleId, String headline, String source, List<String> sections, List<String> tags,
            Optional<String> language, Instant receivedAt, Instant enrichedAt) {
        public Headline {
            sections = List.copyOf(sections);
            tags = List.copyOf(tags);
        }
    }
}
