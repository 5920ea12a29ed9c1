package news.dateline.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import news.dateline.contract.Topics;
import news.dateline.local.Folders;
import news.dateline.local.RealArticles;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/** Three brokers, two instances each of enrich and sink; one of each is killed while news comes in. */
@ContainerTest
class ClusterContainerIT {
    private static final int ARTICLES = 5_000;
    private static final int PUSHERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> VICTIMS = List.of("kafka-2", "enrich-1", "sink-1");

    @Test
    void everyArticleIsStoredOnceThoughABrokerAnEnrichAndASinkAreKilled() throws Exception {
        try (ComposeStack stack = ComposeStack.up("cluster"); Http http = new Http()) {
            Pushing pushing = new Pushing(http, stack.port("INGEST"), articles());
            long begun = System.nanoTime();
            try (ExecutorService pushers = Executors.newFixedThreadPool(PUSHERS)) {
                List<Future<?>> ends = IntStream.range(0, PUSHERS)
                        .<Future<?>>mapToObj(i -> pushers.submit(pushing::run)).toList();
                for (int i = 0; i < VICTIMS.size(); i++) {
                    int due = ARTICLES * (i + 1) / (VICTIMS.size() + 1);
                    await().atMost(PATIENCE).until(() -> pushing.done() >= due);
                    Docker.run("kill", stack.container(VICTIMS.get(i)).id());
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            }
            Duration pushed = Duration.ofNanos(System.nanoTime() - begun);
            Set<String> accepted = pushing.accepted();

            awaitStored(stack, accepted);
            Duration stored = Duration.ofNanos(System.nanoTime() - begun);
            Map<String, Long> rows = stored(stack);
            List<String> enriched = enrichedRevisions(stack);

            assertThat(rows.keySet()).isEqualTo(accepted);
            assertThat(new HashSet<>(enriched)).as("no article enriched twice").hasSameSizeAs(enriched);
            assertThat(enriched).containsAll(
                    rows.entrySet().stream().map(row -> row.getKey() + " r" + row.getValue()).toList());

            for (String victim : VICTIMS) {
                Docker.run("start", stack.container(victim).id());
            }
            long back = System.nanoTime();
            stack.awaitHealthy();
            System.out.printf(
                    "cluster: %d pushes of %d articles in %.1f s, %d of them sent again after an answer to come again; killed %s; "
                            + "all %d stored once after %.1f s; healthy again %.1f s after the killed were started%n",
                    ARTICLES, accepted.size(), seconds(pushed), pushing.repeated(), VICTIMS, rows.size(),
                    seconds(stored), seconds(Duration.ofNanos(System.nanoTime() - back)));
        }
    }

    /** Where that does not come about, the end of every log says where it stands still. */
    private static void awaitStored(ComposeStack stack, Set<String> accepted) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                    .until(() -> stored(stack).keySet().containsAll(accepted));
        } catch (ConditionTimeoutException e) {
            System.out.println(stack.compose("logs", "--no-color", "--tail=80"));
            throw e;
        }
    }

    /** What several pushers share: each article is pushed until it is taken. */
    private static final class Pushing {
        private final Http http;
        private final int port;
        private final List<String> articles;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger repeated = new AtomicInteger();
        private final Set<String> accepted = ConcurrentHashMap.newKeySet();

        Pushing(Http http, int port, List<String> articles) {
            this.http = http;
            this.port = port;
            this.articles = articles;
        }

        void run() {
            for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
                String article = articles.get(i);
                Optional<String> id = http.push(port, article);
                if (id.isEmpty()) {
                    id = await().atMost(PATIENCE).until(() -> {
                        repeated.incrementAndGet();
                        return http.push(port, article);
                    }, Optional::isPresent);
                }
                accepted.add(id.orElseThrow());
                done.incrementAndGet();
            }
        }

        int done() {
            return done.get();
        }

        int repeated() {
            return repeated.get();
        }

        Set<String> accepted() {
            return Set.copyOf(accepted);
        }
    }

    private static Map<String, Long> stored(ComposeStack stack) throws SQLException {
        String password = Docker.run("exec", stack.container("postgres").id(), "cat",
                "/run/dateline/database-password");
        Map<String, Long> revisions = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/dateline", "dateline", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT article_id, revision FROM articles")) {
            while (rows.next()) {
                revisions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return revisions;
    }

    /** Every committed record of the enriched topic, as article id and revision. */
    private static List<String> enrichedRevisions(ComposeStack stack) {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + stack.port("KAFKA"),
                "isolation.level", "read_committed");
        List<String> revisions = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(entry -> revisions.add(entry.key() + " r" + new String(
                        entry.headers().lastHeader("dl-revision").value(), StandardCharsets.UTF_8)));
            }
        }
        return revisions;
    }

    /** The first articles of a real week of news; invented ones where it is not there. */
    private static List<String> articles() throws IOException {
        Optional<Path> week = Folders.realData("stream/newsapi_week_2020-05-11.jsonl.gz");
        if (week.isEmpty()) {
            return IntStream.range(0, ARTICLES).mapToObj(i -> "{\"id\": \"" + i
                    + "\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Boat " + i + " is in\"}").toList();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(week.get())), StandardCharsets.UTF_8))) {
            return lines.lines().limit(ARTICLES).map(RealArticles::pushFormat).toList();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
