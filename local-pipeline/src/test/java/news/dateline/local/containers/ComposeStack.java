package news.dateline.local.containers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code docker-compose.yml} in one of its profiles, under a name and on ports of its own. */
final class ComposeStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PORTS = List.of("KAFKA", "KAFKA_2", "KAFKA_3", "POSTGRES", "INGEST", "ENRICH",
            "ENRICH_2", "READ", "READ_2", "DASHBOARD", "PROMETHEUS", "GRAFANA");

    private static boolean built;

    private final String profile;
    private final Map<String, String> environment = new HashMap<>();

    private ComposeStack(String profile) {
        this.profile = profile;
        environment.put("COMPOSE_PROJECT_NAME", "dateline-" + Docker.TAG + "-" + profile);
        environment.put("DATELINE_TAG", Docker.TAG);
        environment.putAll(freePorts());
    }

    /** Starts a stack of the images; when this returns, every container is healthy. */
    static ComposeStack up(String profile) {
        build();
        ComposeStack stack = new ComposeStack(profile);
        try {
            // What an earlier run that was killed may have left.
            stack.compose("down", "--volumes");
            stack.compose("up", "--detach");
            stack.awaitHealthy();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Builds the images of the four services, under their usual tags: once, for they are the same in every profile. */
    static synchronized void build() {
        if (!built) {
            new ComposeStack("single").compose("build");
            built = true;
        }
    }

    String compose(String... arguments) {
        List<String> command = new ArrayList<>(Docker.compose());
        command.addAll(List.of("--profile", profile));
        command.addAll(List.of(arguments));
        return Docker.succeed(command, environment);
    }

    void awaitHealthy() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(this::containers,
                containers -> containers.stream().filter(container -> !container.service().equals("secrets"))
                        .allMatch(container -> container.status().endsWith("(healthy)")));
    }

    /**
     * A container of the stack.
     *
     * @param service its name in {@code docker-compose.yml}
     * @param status  as {@code docker ps} words it
     */
    record Container(String service, String id, String status) {}

    List<Container> containers() {
        return Docker.run("ps", "--all", "--filter",
                "label=com.docker.compose.project=" + environment.get("COMPOSE_PROJECT_NAME"), "--format",
                "{{.Label \"com.docker.compose.service\"}}\t{{.ID}}\t{{.Status}}").lines()
                .map(line -> line.split("\t", 3)).map(part -> new Container(part[0], part[1], part[2])).toList();
    }

    Container container(String service) {
        return containers().stream().filter(container -> container.service().equals(service)).findAny()
                .orElseThrow(() -> new IllegalArgumentException("no container of " + service));
    }

    /** What Docker knows of a service's container, picked with a Go template. */
    String inspect(String service, String template) {
        return Docker.run("inspect", "--format", template, container(service).id());
    }

    /** A port on the loopback address; the name is the middle of its variable: INGEST, READ, KAFKA. */
    int port(String name) {
        return Integer.parseInt(environment.get("DATELINE_" + name + "_PORT"));
    }

    @Override
    public void close() {
        compose("down", "--volumes");
    }

    private static Map<String, String> freePorts() {
        List<ServerSocket> sockets = new ArrayList<>();
        Map<String, String> ports = new HashMap<>();
        try {
            for (String name : PORTS) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put("DATELINE_" + name + "_PORT", Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new IllegalStateException("no free ports", e);
        }
    }
}
