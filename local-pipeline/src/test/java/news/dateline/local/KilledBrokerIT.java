package news.dateline.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KilledBrokerIT {
    private static final String TOPIC = "in-transactions";
    /** So many that most of a transaction's time goes to ending it in each. */
    private static final int PARTITIONS = 100;
    private static final Logger TRANSACTIONS = (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction");
    private static final List<String> PRODUCERS = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    @Test
    void killedWhileTransactionsAreBeingCommittedItEndsThemAllWhenItStartsAgain() throws Exception {
        Process killed = inAProcess();
        try {
            await().atMost(60, SECONDS).until(() -> Files.exists(folder.resolve("committed")));
        } finally {
            killed.destroyForcibly().onExit().join();
        }

        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        TRANSACTIONS.setLevel(Level.INFO);
        TRANSACTIONS.addAppender(log);
        try (EmbeddedBroker again = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", again.bootstrapServers()))) {
            // A producer of the same name ends what was open; what was being committed is the broker's to end.
            PRODUCERS.forEach(name -> producer(again, name).close());

            Map<TopicPartition, Long> ends = ends(admin, IsolationLevel.READ_UNCOMMITTED);
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(ends(admin, IsolationLevel.READ_COMMITTED)).isEqualTo(ends));
            // It must not have been leader twice: whether a transaction then stays open for ever is chance.
            assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(said -> said.contains("Elected as the txn coordinator")).hasSize(1);
        } finally {
            TRANSACTIONS.detachAppender(log);
            TRANSACTIONS.setLevel(null);
        }
    }

    private Process inAProcess() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Committing.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(TOPIC, number))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())),
                new ListOffsetsOptions(level)).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, String name) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers",
                broker.bootstrapServers(), "transactional.id", name), new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    /** A broker with producers that commit one transaction after the other, until it is killed. */
    static final class Committing {
        private Committing() {
        }

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
            }
            PRODUCERS.forEach(name -> Thread.ofPlatform().start(() -> commit(producer(broker, name), folder)));
        }

        private static void commit(KafkaProducer<String, String> producer, Path folder) {
            for (int transaction = 0;; transaction++) {
                producer.beginTransaction();
                List<Future<RecordMetadata>> sent = IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> producer.send(new ProducerRecord<>(TOPIC, partition, "", ""))).toList();
                producer.commitTransaction();
                if (transaction == 10) {
                    write(folder.resolve("committed"), sent.size() + " records in a transaction");
                }
            }
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
