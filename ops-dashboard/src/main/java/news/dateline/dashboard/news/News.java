package news.dateline.dashboard.news;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.StoredMark;
import news.dateline.contract.TagLabel;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The enriched articles of the last day, counted minute by minute in bounded memory, and the newest of them. */
public final class News {
    private static final int NAMES = 500;
    private static final int TAGS = 3_000;
    private static final int NEWEST = 50;
    private static final int SHOWN = 12;
    private static final int TAGS_SHOWN = 20;
    private static final int HOUR = 60;
    /** So much of the day before the last hour must be known before it says what is usual. */
    private static final int LEAST_USUAL = 2 * HOUR;
    private static final int LATELY = 5;

    private final InstantSource clock;
    private final CountsByName sections = new CountsByName(NAMES);
    private final CountsByName languages = new CountsByName(NAMES);
    private final CountsByName tags = new CountsByName(TAGS);
    private final CountsByName rules = new CountsByName(TAGS);
    private final Latencies toEnriched;
    private final Latencies toStored;
    private final MinuteRing perMinute;
    private final Unstored unstored = new Unstored();
    private final Deque<SeenArticle> newest = new ArrayDeque<>();
    private final Rate enrichedRate = new Rate();
    private final Rate storedRate = new Rate();
    private Optional<Instant> newestEnriched = Optional.empty();
    private Optional<Instant> newestStored = Optional.empty();
    private long oldestMinute = Long.MAX_VALUE;

    public News(InstantSource clock) {
        this.clock = clock;
        toEnriched = new Latencies(minute(clock.instant()));
        toStored = new Latencies(minute(clock.instant()));
        perMinute = new MinuteRing(0, minute(clock.instant()));
    }

    public static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60L);
    }

    /**
     * Counts an article and keeps it among the newest.
     *
     * @param old whether it was there before the page was, so that nobody saw when it was stored
     */
    public void came(SeenArticle article, int partition, long offset, boolean old) {
        synchronized (this) {
            newest.addFirst(article);
            if (newest.size() > NEWEST) {
                newest.removeLast();
            }
            enrichedRate.add(clock.instant(), old ? 0 : 1);
        }
        count(article);
        unstored.enriched(partition, offset, article.receivedAt(), old, this::isStored);
    }

    private void isStored(Instant receivedAt, Optional<Instant> storedAt) {
        storedAt.ifPresent(at -> toStored.add(minute(at), Duration.between(receivedAt, at)));
        synchronized (this) {
            newestStored = later(newestStored, receivedAt);
            storedRate.add(clock.instant(), storedAt.isPresent() ? 1 : 0);
        }
    }

    /** Counts an article by the minute in which it was received. */
    public void count(SeenArticle article) {
        long minute = minute(article.receivedAt());
        if (minute > minute(clock.instant()) + 1) {
            return;
        }
        synchronized (this) {
            perMinute.add(minute, 1);
            oldestMinute = Math.min(oldestMinute, minute);
            newestEnriched = later(newestEnriched, article.receivedAt());
        }
        toEnriched.add(minute, Duration.between(article.receivedAt(), article.enrichedAt()));
        article.labels().ifPresent(labels -> {
            labels.sections().forEach(label -> sections.add(label.section(), minute));
            languages.add(labels.language().orElse("unknown"), minute);
            labels.tags().stream().map(TagLabel::tag).distinct().forEach(tag -> tags.add(tag, minute));
            labels.tags().forEach(label -> rules.add(label.rule(), minute));
        });
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant time) {
        return known.filter(time::isBefore).or(() -> Optional.of(time));
    }

    /** How far the sink is in each partition of the enriched topic. */
    public void stored(Map<TopicPartition, OffsetAndMetadata> committed, Instant now) {
        committed.forEach((partition, offset) -> unstored.stored(partition.partition(), offset.offset(),
                StoredMark.read(offset.metadata()).orElse(now), this::isStored));
    }

    /** One of the newest articles with its labels and why it has them. */
    public synchronized Optional<SeenArticle> article(String articleId) {
        return newest.stream().filter(article -> article.articleId().equals(articleId)).findFirst();
    }

    /** Every rule that gave a tag within the day. */
    public List<CountsByName.Count> ruleHits() {
        return rules.counts(minute(clock.instant()));
    }

    /** What came of the news lately. */
    public NewsView view() {
        long now = minute(clock.instant());
        List<CountsByName.Count> tagCounts = tags.counts(now);
        synchronized (this) {
            long usualMinutes = Math.min(MinuteRing.DAY, now - oldestMinute + 1) - HOUR;
            return new NewsView(perMinute.sum(now - HOUR + 1, now),
                    perMinute.sum(now - MinuteRing.DAY + 1, now), sections.counts(now), languages.counts(now),
                    tagCounts.stream().filter(count -> count.hour() > 0).limit(TAGS_SHOWN)
                            .map(count -> tag(count, usualMinutes)).toList(),
                    newest.stream().limit(SHOWN).map(News::headline).toList(), newestEnriched, newestStored,
                    enrichedRate.perSecond(clock.instant()), storedRate.perSecond(clock.instant()),
                    percentiles(toEnriched, now), percentiles(toStored, now));
        }
    }

    private static NewsView.TagCount tag(CountsByName.Count count, long usualMinutes) {
        return new NewsView.TagCount(count.name(), count.hour(),
                usualMinutes < LEAST_USUAL
                        ? Optional.empty()
                        : Optional.of((count.day() - count.hour()) * (double) HOUR / usualMinutes));
    }

    private static Optional<NewsView.Percentiles> percentiles(Latencies latencies, long now) {
        return latencies.seconds(0.5, now - LATELY, now).flatMap(p50 -> latencies.seconds(0.99, now - LATELY, now)
                .map(p99 -> new NewsView.Percentiles(p50, p99)));
    }

    private static NewsView.Headline headline(SeenArticle article) {
        return new NewsView.Headline(article.articleId(), article.headline(), article.source().name(),
                article.labels().stream().flatMap(labels -> labels.sections().stream()).map(SectionLabel::section)
                        .toList(),
                article.labels().stream().flatMap(labels -> labels.tags().stream()).map(TagLabel::tag).distinct()
                        .limit(8).toList(),
                article.labels().flatMap(SeenArticle.SeenLabels::language), article.receivedAt(),
                article.enrichedAt());
    }

    /** What a plot of some minutes needs. */
    public synchronized Plot plot(long from, long to) {
        List<Long> all = LongStream.rangeClosed(from, to).boxed().toList();
        return new Plot(all.stream().map(perMinute::at).toList(), all.stream().map(at(toEnriched, 0.5)).toList(),
                all.stream().map(at(toEnriched, 0.99)).toList(), all.stream().map(at(toStored, 0.5)).toList(),
                all.stream().map(at(toStored, 0.99)).toList());
    }

    private static Function<Long, Optional<Double>> at(Latencies latencies, double share) {
        return minute -> latencies.seconds(share, minute, minute);
    }

    /** Numbers of some minutes; times in seconds. */
    public record Plot(List<Integer> articles, List<Optional<Double>> enrichedP50, List<Optional<Double>> enrichedP99,
            List<Optional<Double>> storedP50, List<Optional<Double>> storedP99) {
        public Plot {
            articles = List.copyOf(articles);
            enrichedP50 = List.copyOf(enrichedP50);
            enrichedP99 = List.copyOf(enrichedP99);
            storedP50 = List.copyOf(storedP50);
            storedP99 = List.copyOf(storedP99);
        }
    }
}
