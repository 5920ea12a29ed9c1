package news.dateline.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.cli.ChildCommand.Ended;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dateline up} keeps, whatever is done to its process. */
// The longest: what is begun last would keep the build waiting.
@Order(1)
class UpIT {
    private static final int ARTICLES = 4_000;
    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    @Test
    void keepsArticlesThroughAStopRefusesWhatWouldDisturbItAndSaysWhatIsAway() throws IOException {
        Path data = folder.resolve("data");
        String id;
        try (UpCommandRun up = UpCommandRun.start(data)) {
            id = push(up.ingest(), List.of("kept")).iterator().next();
            awaitStored(up, id);
            ProcessHandle postgres = up.postgres().orElseThrow();

            Ended second = UpCommandRun.begin(data).end();
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err()).contains(data + " is in use by another Dateline").doesNotContain("\tat ");

            String taken = up.kafka().substring(up.kafka().indexOf(':') + 1);
            Ended elsewhere = UpCommandRun.begin(folder.resolve("other"), "--kafka-port", taken).end();
            assertThat(elsewhere.status()).isEqualTo(1);
            assertThat(elsewhere.err()).contains("port " + taken + " is taken", "--kafka-port").doesNotContain("\tat ");

            Ended ended = up.stop();
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).contains("data is kept in " + data).doesNotContain("Exception");
            // It is gone when init has noticed.
            await().atMost(10, SECONDS).until(() -> !postgres.isAlive());
        }
        try (UpCommandRun again = UpCommandRun.start(data)) {
            Ended search = ChildCommand
                    .start(Map.of("DATELINE_READ", again.read().toString()), "", "search", "headline", "kept").end();
            assertThat(search.out()).contains(id);

            again.postgres().orElseThrow().destroyForcibly();
            push(again.ingest(), List.of("later"));
            await().atMost(60, SECONDS).until(() -> again.said().contains("sink waits for PostgreSQL at "));

            // As on a full disk: what the broker writes now and then fails, and it ends its process.
            Files.move(data.resolve("kafka"), data.resolve("gone"));
            assertThat(again.process().onExit().orTimeout(60, SECONDS).join().exitValue()).isNotZero();
            assertThat(again.said()).contains("Kafka can't go on with its data in " + data.resolve("kafka"));
        }
    }

    @Test
    void stopsInOrderWhileItStillStarts() {
        Path data = folder.resolve("data");
        try (ChildCommand up = UpCommandRun.begin(data)) {
            await().atMost(30, SECONDS)
                    .until(() -> data.resolve("postgres").resolve("postmaster.pid").toFile().exists());
            up.process().destroy();

            assertThat(up.end().status()).isZero();
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void losesNothingAndDoublesNothingWhenKilledInTheMidstOfAPush() {
        Path data = folder.resolve("data");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (UpCommandRun killed = UpCommandRun.start(data)) {
            URI ingest = killed.ingest();
            CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> {
                for (int from = 0; from < ARTICLES; from += BATCH) {
                    acknowledged.addAll(push(ingest,
                            IntStream.range(from, from + BATCH).mapToObj(Integer::toString).toList()));
                }
            });
            await().atMost(60, SECONDS).until(() -> acknowledged.size() >= ARTICLES / 3);
            killed.process().destroyForcibly().onExit().join();
            // The push must not have been through before the kill.
            assertThat(pushing.handle((done, failure) -> failure != null).join()).isTrue();
        }
        try (UpCommandRun again = UpCommandRun.start(data)) {
            String later = push(again.ingest(), List.of("later")).iterator().next();
            awaitStored(again, later);
            await().atMost(60, SECONDS).until(() -> stored(again) >= acknowledged.size() + 1);

            assertThat(acknowledged).allMatch(id -> isStored(again, id));
            assertThat(timesEnriched(again.kafka())).containsKeys(acknowledged.toArray(String[]::new))
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(again.stop().status()).isZero();
        }
    }

    /** The ids of the articles that the push API acknowledged. */
    private static Set<String> push(URI ingest, List<String> names) {
        String lines = names.stream().map(name -> CommandsIT.article(name, "Headline of " + name))
                .collect(Collectors.joining("\n"));
        Set<String> ids = ConcurrentHashMap.newKeySet();
        try {
            new Pusher(ingest, Optional.empty(), result -> {
                assertThat(result.problem()).isEmpty();
                ids.add(result.articleId());
            }).push(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), PushFile.LINES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static void awaitStored(UpCommandRun up, String id) {
        await().atMost(60, SECONDS).until(() -> isStored(up, id));
    }

    private static boolean isStored(UpCommandRun up, String id) {
        return Http.get(up.read().resolve("/v1/articles/" + id)).statusCode() == 200;
    }

    private static long stored(UpCommandRun up) {
        return Http.json(Http.get(up.read().resolve("/v1/counts"))).path("articles").asLong();
    }

    /** How many times each article was written to the enriched topic in a transaction that was committed. */
    private static Map<String, Integer> timesEnriched(String kafka) {
        Map<String, Integer> times = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(250)).forEach(entry -> times.merge(entry.key(), 1, Integer::sum));
            }
        }
        return times;
    }
}
