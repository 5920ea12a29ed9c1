package news.dateline.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import news.dateline.contract.KafkaAnswer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this process: one node that is broker and controller, its data kept in a folder.
 *
 * <p>The only class that uses what Kafka keeps internal; its start-up test tells when an upgrade changes that.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "ZGF0ZWxpbmUtbG9jYWw2NA";
    private static final String HOST = "127.0.0.1";
    private static final int NODE_ID = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String VOTERS = "controller.quorum.voters";

    private final KafkaRaftServer server;
    private final int port;
    private final String voters;

    private EmbeddedBroker(KafkaRaftServer server, int port, String voters) {
        this.server = server;
        this.port = port;
        this.voters = voters;
    }

    /**
     * Starts the broker, on data that it finds in the folder.
     *
     * @param port 0 takes any that is free
     * @throws CannotStart when Kafka can make nothing of the folder
     */
    public static EmbeddedBroker start(Path folder, int port) {
        sayBeforeItEndsTheProcess(folder);
        try {
            if (wasKilled(folder)) {
                forgetKilled(folder);
            }
            return start(folder, port, Map.of());
        } catch (RuntimeException e) {
            throw new CannotStart("Kafka does not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts a broker that differs from the one that people run.
     *
     * @param differing properties that go before the others
     */
    static EmbeddedBroker start(Path folder, int port, Map<String, String> differing) {
        int chosen = port == 0 ? freePort() : port;
        Map<String, String> properties = properties(folder, chosen, freePort());
        properties.putAll(differing);
        format(folder, Integer.parseInt(properties.get("node.id")));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, chosen, properties.get(VOTERS));
    }

    /** Properties with which another broker joins this one's cluster, as one that is no controller. */
    Map<String, String> joining(int nodeId, int port) {
        return Map.of("node.id", Integer.toString(nodeId), "process.roles", "broker", "listeners",
                "CLIENTS://" + HOST + ":" + port, VOTERS, voters);
    }

    /** What Kafka clients need to find it. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /**
     * A broker that can't write, as to a full disk, ends its process on the spot. Nothing could be logged there either, so it is said on
     * standard error.
     */
    private static void sayBeforeItEndsTheProcess(Path folder) {
        Exit.Procedure end = (status, message) -> {
            System.err.println("dateline: Kafka can't go on with its data in " + folder
                    + " and ends the process; is the disk full? See the log");
            Runtime.getRuntime().halt(status);
        };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }

    /** Only a broker that stopped in order leaves word of it, until it starts again. */
    private static boolean wasKilled(Path folder) {
        return Files.exists(folder.resolve("meta.properties"))
                && Files.notExists(folder.resolve(".kafka_cleanshutdown"));
    }

    /**
     * Lets the controller, by itself, forget the broker that was killed.
     *
     * <p>Else the broker takes itself for that one when it starts, and leads its partitions; then none, when it is registered;
     * then the same ones again. Meanwhile Kafka ends the transactions that were being committed at the kill, and leaves out
     * partitions without a leader as if they had been deleted: there such a transaction stays open for ever, and
     * nobody who reads what is committed gets past it. Seen with 4.3.1.
     */
    private static void forgetKilled(Path folder) {
        Map<String, String> properties = properties(folder, 0, freePort());
        String address = properties.get(VOTERS).substring(properties.get(VOTERS).indexOf('@') + 1);
        properties.put("process.roles", "controller");
        properties.put("listeners", "CONTROLLER://" + address);
        properties.keySet().removeAll(Set.of("advertised.listeners", "inter.broker.listener.name"));
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        controller.startup();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, address))) {
            Instant end = Instant.now().plus(PATIENCE);
            while (!isForgotten(admin)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("its controller is not ready after " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static boolean isForgotten(Admin admin) throws InterruptedException {
        try {
            KafkaAnswer.of(admin.unregisterBroker(NODE_ID).all());
            return true;
        } catch (BrokerIdNotRegisteredException e) {
            return true;
        } catch (UnsupportedVersionException e) {
            // It does not know its own version until it has read its records.
            return false;
        }
    }

    private static void format(Path folder, int nodeId) {
        try {
            new Formatter().setClusterId(CLUSTER_ID).setNodeId(nodeId).setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString()).setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES).setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream())).run();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Map<String, String> properties(Path folder, int port, int controllerPort) {
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("log.dirs", folder.toString());
        properties.put("listeners",
                "CLIENTS://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.put("advertised.listeners", "CLIENTS://" + HOST + ":" + port);
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(VOTERS, NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("auto.create.topics.enable", "false");

        // One broker is the whole cluster.
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");

        // Nobody waits for a second member.
        properties.put("group.initial.rebalance.delay.ms", "0");

        // Small: it shares a laptop's memory with everything else.
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "3");
        properties.put("num.recovery.threads.per.data.dir", "2");
        return properties;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
