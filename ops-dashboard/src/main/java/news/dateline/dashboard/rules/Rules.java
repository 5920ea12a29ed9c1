package news.dateline.dashboard.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.dashboard.news.CountsByName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force, as {@code news.rules} has them. */
public final class Rules {
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final Deserializer<TagRule> deserializer = Topics.RULES.value().deserializer();
    private final Map<String, TagRule> rules = new TreeMap<>();

    /** A rule and how often it has given its tag lately. */
    public record RuleHits(String ruleId, int version, String tag, String query, String author, String comment,
            Instant changedAt, long hour, long day) {}

    /** Takes a change; what is no rule leaves the earlier version in force, as enrich does. */
    public synchronized void take(ConsumerRecord<String, byte[]> entry) {
        try {
            if (entry.value() == null) {
                rules.remove(entry.key());
            } else {
                rules.put(entry.key(), deserializer.deserialize(entry.topic(), entry.value()));
            }
        } catch (SerializationException e) {
            LOG.atDebug().addKeyValue("offset", entry.offset()).log("no rule");
        }
    }

    /** How many are in force. */
    public synchronized int count() {
        return rules.size();
    }

    /**
     * Rules with their hits, most within the hour first.
     *
     * @param words only those that have these in id, tag or query
     */
    public synchronized List<RuleHits> find(String words, List<CountsByName.Count> counts, int most) {
        Map<String, CountsByName.Count> hits = counts.stream()
                .collect(Collectors.toMap(CountsByName.Count::name, Function.identity()));
        String wanted = words.toLowerCase(Locale.ROOT);
        return rules.values().stream()
                .filter(rule -> (rule.ruleId() + " " + rule.tag() + " " + rule.query()).toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .map(rule -> hits(rule, hits.getOrDefault(rule.ruleId(), new CountsByName.Count("", 0, 0))))
                .sorted(Comparator.comparingLong(RuleHits::hour).thenComparingLong(RuleHits::day).reversed()
                        .thenComparing(RuleHits::ruleId))
                .limit(most).toList();
    }

    private static RuleHits hits(TagRule rule, CountsByName.Count count) {
        return new RuleHits(rule.ruleId(), rule.version(), rule.tag(), rule.query(), rule.author(), rule.comment(),
                rule.changedAt(), count.hour(), count.day());
    }
}
