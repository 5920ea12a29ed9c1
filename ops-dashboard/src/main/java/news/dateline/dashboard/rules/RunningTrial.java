package news.dateline.dashboard.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.dateline.chassis.KafkaFailure;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.dashboard.reading.TopicRecords;
import news.dateline.tags.Excerpt;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleTrial;
import news.dateline.tags.RuleTrial.Change;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trial of a rule against the articles of the last day, the newest stretch first: whenever its time is up, what it found holds for
 * all that came since some moment.
 */
final class RunningTrial implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTrial.class);
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration TELL_EVERY = Duration.ofMillis(200);
    private static final int EXAMPLES = 10;
    /** How far back each stretch begins: short ones first, so that there is something to say soon, whatever comes in a day. */
    private static final List<Duration> STRETCHES = Stream.concat(
            Stream.of(1, 5, 15, 30).map(Duration::ofMinutes),
            IntStream.rangeClosed(1, 24).mapToObj(Duration::ofHours)).toList();

    private final Map<String, String> kafka;
    private final TagRule rule;
    private final Map<String, TagRule> known;
    private final InstantSource clock;
    private final long deadline = System.nanoTime() + MOST.toNanos();
    private volatile State state;
    private volatile boolean stopped;
    private Instant since;
    private long records;
    private long all;
    private long told;

    RunningTrial(Map<String, String> kafka, TagRule rule, Map<String, TagRule> known, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.rule = rule;
        this.known = Map.copyOf(known);
        this.clock = clock;
        since = clock.instant();
        state = new State("trying", "", since, 0, 0, 0, 0, 0, Optional.empty(), List.of(), List.of());
    }

    /**
     * What is known so far.
     *
     * @param stage    trying, done, time-up (there was more than a minute's work) or failed
     * @param why      it failed
     * @param since    all articles that came since then have been tried
     * @param day      how much of the day that is, from 0 to 1, by records
     * @param articles that have been tried
     * @param matched  of those, by the rule on trial
     * @param against  the version in force with which it is compared
     * @param neverSeen values that the rule asks for and no article had, as {@code section:sports}
     */
    record State(String stage, String why, Instant since, double day, long articles, long matched, long gained,
            long lost, Optional<Integer> against, List<String> neverSeen, List<Example> examples) {
        State {
            neverSeen = List.copyOf(neverSeen);
            examples = List.copyOf(examples);
        }
    }

    /** An article that the rule would gain, lose or keep. */
    record Example(String articleId, String source, Instant receivedAt, String change, List<Excerpt> excerpts) {
        Example {
            excerpts = List.copyOf(excerpts);
        }
    }

    State state() {
        return state;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (RuleTrial trial = new RuleTrial(List.of(rule), known, EXAMPLES);
                Consumer<String, byte[]> consumer = TopicRecords.open(kafka, "dateline-dashboard-trial")) {
            boolean whole = isWhole(consumer, trial);
            state = state(trial, whole ? "done" : "time-up", "");
        } catch (InvalidRule e) {
            // Of the rule in force: the one on trial was checked before.
            state = failed("the version in force can't be run: " + e.getMessage());
        } catch (KafkaException e) {
            state = failed(KafkaFailure.inWords(e));
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("trial of a rule failed");
            state = failed("the dashboard's log says why");
        }
    }

    private State failed(String why) {
        return new State("failed", why, state.since(), state.day(), state.articles(), state.matched(), state.gained(),
                state.lost(), state.against(), state.neverSeen(), state.examples());
    }

    private boolean isWhole(Consumer<String, byte[]> consumer, RuleTrial trial) {
        Instant now = clock.instant();
        consumer.assign(TopicRecords.partitions(consumer, Topics.ENRICHED.name()));
        Map<TopicPartition, Long> to = consumer.endOffsets(consumer.assignment());
        all = Math.max(1, records(TopicRecords.since(consumer, to, now.minus(STRETCHES.getLast())), to));
        for (Duration back : STRETCHES) {
            Map<TopicPartition, Long> from = TopicRecords.since(consumer, to, now.minus(back));
            if (!isRead(consumer, from, to, trial)) {
                return false;
            }
            since = now.minus(back);
            to = from;
        }
        return true;
    }

    private static long records(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return to.entrySet().stream().mapToLong(end -> end.getValue() - from.get(end.getKey())).sum();
    }

    /** Tries the rule on all records between some offsets; false where there was no time for all. */
    private boolean isRead(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to, RuleTrial trial) {
        Map<TopicPartition, Long> at = new HashMap<>(from);
        long before = records;
        List<TopicPartition> open = open(at, to);
        readOnly(consumer, open);
        open.forEach(partition -> consumer.seek(partition, at.get(partition)));
        while (!open.isEmpty()) {
            if (stopped || System.nanoTime() > deadline) {
                return false;
            }
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                if (entry.offset() < to.get(new TopicPartition(entry.topic(), entry.partition()))) {
                    tryOn(entry, trial);
                }
            }
            open.forEach(partition -> at.put(partition, Math.min(consumer.position(partition), to.get(partition))));
            records = before + records(from, at);
            List<TopicPartition> still = open(at, to);
            if (still.size() < open.size()) {
                readOnly(consumer, still);
            }
            open = still;
            tell(trial);
        }
        return true;
    }

    /** The others stay assigned: what is on its way of a partition that is given up is logged as a warning. */
    private static void readOnly(Consumer<?, ?> consumer, List<TopicPartition> open) {
        consumer.pause(consumer.assignment());
        consumer.resume(open);
    }

    private static List<TopicPartition> open(Map<TopicPartition, Long> at, Map<TopicPartition, Long> to) {
        return at.entrySet().stream().filter(one -> one.getValue() < to.get(one.getKey())).map(Map.Entry::getKey)
                .toList();
    }

    private static void tryOn(ConsumerRecord<String, byte[]> entry, RuleTrial trial) {
        try {
            EnrichedArticle article = Topics.ENRICHED.value().deserializer().deserialize(entry.topic(), entry.value());
            if (article != null) {
                trial.on(article);
            }
        } catch (SerializationException e) {
            LOG.atDebug().addKeyValue("offset", entry.offset()).log("no article");
        }
    }

    private void tell(RuleTrial trial) {
        if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
            told = System.nanoTime();
            state = state(trial, "trying", "");
        }
    }

    private State state(RuleTrial trial, String stage, String why) {
        RuleTrial.Result result = trial.results().getFirst();
        long gained = result.count(Change.GAINED);
        return new State(stage, why, since, Math.min(1, (double) records / all), trial.articles(),
                result.count(Change.KEPT) + gained, gained, result.count(Change.LOST),
                result.against().map(TagRule::version), result.neverSeen(),
                result.examples().stream().map(RunningTrial::example).toList());
    }

    private static Example example(RuleTrial.Example example) {
        return new Example(example.articleId(), example.source(), example.receivedAt(),
                example.change().name().toLowerCase(Locale.ROOT), example.excerpts());
    }
}
