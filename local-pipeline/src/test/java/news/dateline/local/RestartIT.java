package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import news.dateline.chassis.Service;
import news.dateline.contract.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPipeline.Extension.class)
class RestartIT {
    @TempDir
    private Path folder;

    @Test
    void everythingIsKeptAcrossARestart() throws Exception {
        String id;
        try (LocalPipeline first = start()) {
            id = push(first,
                    "{\"id\": \"1\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Before the restart\"}");
            await().atMost(Duration.ofSeconds(30)).until(() -> isStored(first, id));
        }

        try (LocalPipeline second = start()) {
            assertThat(isStored(second, id)).isTrue();
            push(second,
                    "{\"id\": \"1\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Before the restart\"}");
            // Enrich remembers the revision that it saw before the restart.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> second.enrich().metrics().outcomeCount("unchanged") == 1);
        }
    }

    @Test
    void everyArticleIsStoredAgainWhereTheDatabaseWasLost() throws Exception {
        String id;
        try (LocalPipeline first = start()) {
            id = push(first, "{\"headline\": \"Before the database was lost\"}");
            await().atMost(Duration.ofSeconds(30)).until(() -> isStored(first, id));
        }
        Folders.delete(folder.resolve("postgres"));

        try (LocalPipeline second = start()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> isStored(second, id));
        }
    }

    @Test
    void nothingIsInTheWayOfASinkThatNeverRead() throws Exception {
        EmbeddedBroker.start(folder.resolve("kafka"), 0).close();

        try (DataFolder data = DataFolder.take(folder)) {
            assertThat(LostStore.isIn(data)).isTrue();
            LostStore.forgetWhatWasStored(data);
        }
    }

    @Test
    void secondStartInTheSameFolderSaysThatItIsInUse(SharedPipeline pipeline) {
        assertThatThrownBy(() -> LocalPipeline.start(pipeline.folder(), Ports.ANY_FREE, said -> {
        })).isInstanceOf(CannotStart.class).hasMessageContaining("in use");
    }

    @Test
    void takenPortIsNamedTogetherWithTheOptionThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(0, 0, taken.getLocalPort(), 0, 0, 0);

            assertThatThrownBy(() -> LocalPipeline.start(folder, ports, said -> {
            })).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--read-port");
        }
    }

    private LocalPipeline start() {
        return LocalPipeline.start(folder, Ports.ANY_FREE, said -> {
        });
    }

    private static String push(LocalPipeline pipeline, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(pipeline.ingest(), "/v1/articles"))
                .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build();
        return ContractJson.mapper().readTree(send(request).body()).path("articleId").asString();
    }

    private static boolean isStored(LocalPipeline pipeline, String id) throws Exception {
        return send(HttpRequest.newBuilder(uri(pipeline.sink(), "/v1/articles/" + id)).build()).statusCode() == 200;
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI uri(Service service, String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
