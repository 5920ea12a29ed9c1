package news.dateline.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docker compose up}, as it is without a profile. */
@ContainerTest
class ComposeContainerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("ingest", "enrich", "sink", "dashboard");

    private static ComposeStack stack;
    private static Http http;

    @BeforeAll
    static void up() {
        http = new Http();
        stack = ComposeStack.up("single");
    }

    @AfterAll
    static void down() {
        if (stack != null) {
            stack.close();
        }
        http.close();
    }

    @Test
    void everyPortIsPublishedOnTheLoopbackAddressOnly() {
        for (ComposeStack.Container container : stack.containers()) {
            String addresses = Docker.run("inspect", "--format",
                    "{{range $port, $bound := .NetworkSettings.Ports}}{{range $bound}}{{.HostIp}} {{end}}{{end}}",
                    container.id());
            assertThat(addresses.split(" ")).as(container.service()).containsAnyOf("127.0.0.1", "")
                    .isSubsetOf("127.0.0.1", "");
        }
    }

    @Test
    void servicesRunWithoutRightsOnAFileSystemThatCannotBeWritten() {
        for (String service : SERVICES) {
            assertThat(
                    stack.inspect(service, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"))
                    .as(service).isEqualTo("10001:10001 true [ALL]");
            Docker.Outcome writing = Docker.attempt(
                    List.of("docker", "exec", stack.container(service).id(), "touch", "/app/new"), Map.of());
            assertThat(writing.status()).as(service).isNotZero();
        }
    }

    @Test
    void heapFollowsTheMemoryOfTheContainer() {
        String metrics = http.text(stack.port("READ"), "/metrics");

        double heap = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_max_bytes") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
        long limit = Long.parseLong(stack.inspect("sink", "{{.HostConfig.Memory}}"));

        assertThat(heap).isBetween(0.4 * limit, 0.55 * limit);
    }

    @Test
    void passwordIsInNoFileAndInNoEnvironment() {
        String password = Docker.run("exec", stack.container("postgres").id(), "cat",
                "/run/dateline/database-password");

        assertThat(password).hasSizeGreaterThan(20);
        assertThat(stack.compose("config")).doesNotContain(password);
        for (ComposeStack.Container container : stack.containers()) {
            assertThat(Docker.run("inspect", container.id())).as(container.service()).doesNotContain(password);
        }
    }

    @Test
    void servicesStoppedInMidStreamCloseTheirTransactionsAndGoOnWhereTheyWere() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ids.add(http.push(stack.port("INGEST"), "{\"id\": \"stop-" + i
                    + "\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Boat number " + i + " is in\"}")
                    .orElseThrow());
        }
        stack.compose("stop", "sink", "enrich", "ingest");

        for (String service : List.of("sink", "enrich", "ingest")) {
            // 128 + 15: ended by SIGTERM, after its own shutdown; 137 would be SIGKILL at the end of the grace period.
            assertThat(stack.inspect(service, "{{.State.ExitCode}}")).as(service).isEqualTo("143");
            assertThat(Docker.run("logs", stack.container(service).id())).as(service)
                    .contains("stopped service=\"" + service + "\"");
        }
        assertThat(transactions()).as("transactions after the stop").isNotEmpty()
                .noneMatch(transaction -> transaction.state() == TransactionState.ONGOING);

        stack.compose("up", "--detach");
        stack.awaitHealthy();
        for (String id : ids) {
            await(id).atMost(PATIENCE).until(() -> http.get(stack.port("READ"), "/v1/articles/" + id).orElseThrow()
                    .path("revision").asLong() == 1);
        }
    }

    private static List<TransactionListing> transactions() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + stack.port("KAFKA")))) {
            return List.copyOf(admin.listTransactions().all().get());
        }
    }
}
