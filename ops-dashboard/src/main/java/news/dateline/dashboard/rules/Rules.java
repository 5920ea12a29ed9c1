package news.dateline.dashboard.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public record RuleHits(String ruleId, int version, String tag, String query, Optional<String> parent,
            String author, String comment, Instant changedAt, long hour, long day) {}

    /**
     * Rules that were asked for.
     *
     * @param count    in force
     * @param matching of those, that have the words
     * @param hit      of those, that gave their tag within the day
     */
    public record Found(int count, int matching, long hit, List<RuleHits> rules) {
        public Found {
            rules = List.copyOf(rules);
        }
    }

    /** Which rules come first. */
    enum Order {
        HITS,
        CHANGED,
        NAME;

        /** By its word; most hits first where there is no such. */
        static Order of(String word) {
            return Stream.of(values()).filter(order -> order.name().equalsIgnoreCase(word)).findFirst().orElse(HITS);
        }

        private Comparator<RuleHits> first() {
            return switch (this) {
                case HITS -> Comparator.comparingLong(RuleHits::hour).thenComparingLong(RuleHits::day).reversed();
                case CHANGED -> Comparator.comparing(RuleHits::changedAt).reversed();
                case NAME -> Comparator.comparing(rule -> rule.tag().toLowerCase(Locale.ROOT));
            };
        }
    }

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

    /** Ids of the rules that have this one as their parent. */
    synchronized List<String> narrower(String ruleId) {
        return rules.values().stream().filter(rule -> rule.parent().filter(ruleId::equals).isPresent())
                .map(TagRule::ruleId).toList();
    }

    /** Somebody has just put a rule in force here; Kafka will say so too. */
    synchronized void changed(TagRule rule) {
        rules.put(rule.ruleId(), rule);
    }

    /** Somebody has just removed a rule here. */
    synchronized void removed(String ruleId) {
        rules.remove(ruleId);
    }

    /**
     * Rules with their hits.
     *
     * @param words only those that have them all, in id, tag, query, parent, author or comment
     */
    synchronized Found find(String words, Order order, List<CountsByName.Count> counts, int most) {
        Map<String, CountsByName.Count> hits = counts.stream()
                .collect(Collectors.toMap(CountsByName.Count::name, Function.identity()));
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<RuleHits> found = rules.values().stream().filter(rule -> wanted.stream().allMatch(text(rule)::contains))
                .map(rule -> hits(rule, hits)).sorted(order.first().thenComparing(RuleHits::ruleId)).toList();
        return new Found(rules.size(), found.size(), found.stream().filter(rule -> rule.day() > 0).count(),
                found.stream().limit(most).toList());
    }

    private static String text(TagRule rule) {
        return String.join("\n", rule.ruleId(), rule.tag(), rule.query(), rule.parent().orElse(""), rule.author(),
                rule.comment()).toLowerCase(Locale.ROOT);
    }

    private static RuleHits hits(TagRule rule, Map<String, CountsByName.Count> hits) {
        CountsByName.Count count = hits.getOrDefault(rule.ruleId(), new CountsByName.Count("", 0, 0));
        return new RuleHits(rule.ruleId(), rule.version(), rule.tag(), rule.query(), rule.parent(), rule.author(),
                rule.comment(), rule.changedAt(), count.hour(), count.day());
    }
}
