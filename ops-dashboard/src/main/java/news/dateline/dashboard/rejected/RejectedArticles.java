package news.dateline.dashboard.rejected;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import news.dateline.contract.RejectedAct;
import news.dateline.contract.Topics;
import news.dateline.dashboard.news.CountsByName;
import news.dateline.dashboard.news.MinuteRing;
import news.dateline.dashboard.news.News;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest rejected articles and what was done with each; bounded, the oldest are forgotten first. */
public final class RejectedArticles {
    /** How many are kept. */
    public static final int MOST = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(RejectedArticles.class);
    private static final int MOST_ACTS = 20_000;
    private static final int KINDS = 200;

    private final InstantSource clock;
    private final Map<String, RejectedArticle> articles = new LinkedHashMap<>();
    private final Map<String, RejectedAct> acts = new LinkedHashMap<>();
    private final CountsByName kinds = new CountsByName(KINDS);
    private final MinuteRing perMinute;

    public RejectedArticles(InstantSource clock) {
        this.clock = clock;
        perMinute = new MinuteRing(0, News.minute(clock.instant()));
    }

    /** A rejected article and what was done last with it. */
    public record Entry(RejectedArticle article, Optional<RejectedAct> act) {}

    /** How many articles a service rejected for a reason, and how many of those that are kept nobody has dealt with. */
    public record Kind(String service, String reason, long hour, long day, long open) {}

    /**
     * The rejected articles at a glance.
     *
     * @param open of those that are kept nobody has dealt with
     * @param kept how many are kept here, {@link #MOST} at most
     */
    public record Summary(long open, int kept, List<Kind> kinds) {
        public Summary {
            kinds = List.copyOf(kinds);
        }
    }

    /** Which rejected articles are meant; an empty text means any. */
    public record Filter(String service, String reason, boolean open) {
        boolean fits(Entry entry) {
            return (service.isEmpty() || service.equals(entry.article().service()))
                    && (reason.isEmpty() || reason.equals(entry.article().reason()))
                    && (!open || entry.act().isEmpty());
        }
    }

    /** Takes a record of {@code news.articles.rejected}. */
    public synchronized void take(ConsumerRecord<String, byte[]> entry) {
        RejectedArticle article = RejectedArticle.of(entry);
        put(articles, article.place().text(), article, MOST);
        long minute = News.minute(article.rejectedAt());
        // A clock that is ahead must not push the day out of sight.
        if (minute <= News.minute(clock.instant()) + 1) {
            kinds.add(article.service() + " " + article.reason(), minute);
            perMinute.add(minute, 1);
        }
    }

    /** Takes a record of {@code news.articles.rejected.acts}. */
    public synchronized void takeAct(ConsumerRecord<String, byte[]> entry) {
        try {
            Optional.ofNullable(Topics.REJECTED_ACTS.value().deserializer().deserialize(entry.topic(), entry.value()))
                    .ifPresentOrElse(act -> put(acts, entry.key(), act, MOST_ACTS), () -> acts.remove(entry.key()));
        } catch (SerializationException e) {
            LOG.atWarn().addKeyValue("topic", entry.topic()).addKeyValue("offset", entry.offset()).log("no act");
        }
    }

    private static <V> void put(Map<String, V> map, String key, V value, int most) {
        map.remove(key);
        map.put(key, value);
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** An article that is kept. */
    synchronized Optional<Entry> find(String place) {
        return Optional.ofNullable(articles.get(place)).map(this::entry);
    }

    /** Those that fit, the newest first. */
    synchronized List<Entry> list(Filter filter, int most) {
        return articles.values().stream().map(this::entry).filter(filter::fits)
                .sorted(Comparator.comparing((Entry entry) -> entry.article().rejectedAt()).reversed()
                        .thenComparing(entry -> entry.article().place().text()))
                .limit(most).toList();
    }

    /** How many fit. */
    synchronized long count(Filter filter) {
        return articles.values().stream().map(this::entry).filter(filter::fits).count();
    }

    private Entry entry(RejectedArticle article) {
        return new Entry(article, Optional.ofNullable(acts.get(article.place().text())));
    }

    /** How many were rejected in each of some minutes. */
    public synchronized List<Integer> plot(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(perMinute::at).toList();
    }

    /** Says at once what the topic will say as well. */
    synchronized void acted(RejectedAct act) {
        put(acts, act.rejected().text(), act, MOST_ACTS);
    }

    /** All at a glance. */
    public synchronized Summary summary() {
        Map<String, Long> open = new HashMap<>();
        articles.values().stream().map(this::entry).filter(entry -> entry.act().isEmpty()).forEach(
                entry -> open.merge(entry.article().service() + " " + entry.article().reason(), 1L, Long::sum));
        long all = open.values().stream().mapToLong(Long::longValue).sum();
        List<Kind> seen = new ArrayList<>();
        kinds.counts(News.minute(clock.instant())).forEach(count -> seen.add(kind(count.name(), count.hour(),
                count.day(), Optional.ofNullable(open.remove(count.name())).orElse(0L))));
        // Rejected on an earlier day, and still open.
        open.forEach((name, count) -> seen.add(kind(name, 0, 0, count)));
        return new Summary(all, articles.size(), seen);
    }

    private static Kind kind(String name, long hour, long day, long open) {
        int space = name.indexOf(' ');
        return new Kind(name.substring(0, Math.max(0, space)), name.substring(space + 1), hour, day, open);
    }
}
