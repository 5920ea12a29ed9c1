package news.dateline.enrich.stream;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import java.time.Clock;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.OutcomeLog;
import news.dateline.chassis.Traces;
import news.dateline.contract.JsonSerde;
import news.dateline.contract.Topics;
import news.dateline.enrich.Enricher;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The way of an article through enrichment: read raw → keep newest revision → label → find duplicates → write.
 *
 * <p>Duplicates are looked up by text, everything else by article: hence the two repartitions.
 */
public final class EnrichTopology {
    /** Store: article id → {@link KnownRevision}. */
    public static final String REVISIONS = "revisions";
    /** Store: text fingerprint → id of the article that had this text first. */
    public static final String TEXTS = "texts";

    static final String SERVICE = "enrich";

    private EnrichTopology() {
    }

    /** The topology; every operator, store and repartition is named. */
    public static Topology of(Enricher enricher, Metrics metrics, Traces traces, Clock clock) {
        Outcomes outcomes = new Outcomes(metrics, traces, new OutcomeLog(clock));
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(REVISIONS), Serdes.String(),
                new JsonSerde<>(KnownRevision.class)));
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(TEXTS), Serdes.String(), Serdes.String()));

        var read = builder
                .stream(Topics.RAW.name(), Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-raw"))
                .processValues(() -> new ReadRaw(outcomes, clock), Named.as("parse-raw"))
                .split(Named.as("raw-"))
                .branch(EnrichTopology::isRejected, Branched.as("rejected"))
                .defaultBranch(Branched.as("article"));

        var kept = read.get("raw-article")
                .processValues(() -> new KeepNewestRevision(outcomes), Named.as("keep-newest-revision"), REVISIONS)
                .split(Named.as("kept-"))
                .branch((id, arrival) -> arrival instanceof Arrival.TakenDown, Branched.as("taken-down"))
                .defaultBranch(Branched.as("text"));

        var labelled = kept.get("kept-text")
                .processValues(() -> new Label(enricher, outcomes, clock), Named.as("label"), REVISIONS)
                .split(Named.as("labelled-"))
                .branch(EnrichTopology::isRejected, Branched.as("rejected"))
                .defaultBranch(Branched.as("article"));

        KStream<String, Carried> newest = labelled.get("labelled-article")
                .mapValues(EnrichTopology::article, Named.as("take-article"))
                .selectKey((id, article) -> article.textFingerprint(), Named.as("key-by-text"))
                .repartition(repartitioned("by-text"))
                .processValues(FindDuplicates::new, Named.as("find-duplicates"), TEXTS)
                .selectKey((text, article) -> article.articleId(), Named.as("key-by-article"))
                .repartition(repartitioned("by-article"))
                .processValues(() -> new DropSuperseded(metrics, outcomes), Named.as("drop-superseded"), REVISIONS);

        kept.get("kept-taken-down")
                .processValues(() -> new TakeDown(enricher, outcomes), Named.as("take-down"))
                .merge(newest, Named.as("current-state"))
                .to(Topics.ENRICHED.name(),
                        Produced.with(Topics.ENRICHED.key(), Carried.atTheEnd()).withName("write-enriched"));

        read.get("raw-rejected")
                .merge(labelled.get("labelled-rejected"), Named.as("all-rejected"))
                .mapValues(EnrichTopology::original, Named.as("take-original"))
                .to(Topics.REJECTED.name(),
                        Produced.with(Topics.REJECTED.key(), Topics.REJECTED.value()).withName("write-rejected"));

        return builder.build();
    }

    private static Repartitioned<String, Carried> repartitioned(String name) {
        return Repartitioned.with(Topics.ENRICHED.key(), Carried.onTheWay()).withName(name);
    }

    private static boolean isRejected(String id, Arrival arrival) {
        return arrival instanceof Arrival.Rejected;
    }

    private static Carried article(Arrival arrival) {
        if (arrival instanceof Arrival.Labelled(Carried article)) {
            return article;
        }
        throw new IllegalStateException("only labelled articles come here");
    }

    private static byte[] original(Arrival arrival) {
        if (arrival instanceof Arrival.Rejected(Arrival.Bytes original)) {
            return original.value();
        }
        throw new IllegalStateException("only rejected articles come here");
    }
}
