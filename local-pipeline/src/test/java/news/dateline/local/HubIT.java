package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Health;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.ingest.IngestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed whose hub tells of news, and two instances of ingest behind the one address that the hub calls. */
class HubIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @Test
    void subscribesIsToldOfNewsByWhicheverInstanceIsReachedAndGivesTheSubscriptionUpWithTheFeed() throws Exception {
        try (SmallHub hub = new SmallHub(); EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (IngestService two = start(broker)) {
                try (IngestService one = start(broker)) {
                    hub.instances = List.of(one.port(), two.port());
                    ask(two, "POST", "", "{\"url\": \"" + hub.feed() + "\"}");
                    await().atMost(PATIENCE).until(() -> isSubscribed(kafka, hub));
                    assertThat(hub.intents).containsExactly("subscribe 200 true");

                    assertThat(hub.publish(false)).isEqualTo(202);
                    assertThat(hub.publish(true)).isEqualTo(202);
                    await().atMost(PATIENCE).until(() -> published(kafka, hub) == 3);
                    assertThat(hub.polls).hasValue(2);
                }
                hub.instances = List.of(two.port());
                await().atMost(PATIENCE).until(() -> two.health() instanceof Health.Up);
                assertThat(hub.publish(true)).isEqualTo(202);
                await().atMost(PATIENCE).until(() -> published(kafka, hub) == 4);
                assertThat(subscription(kafka, hub).orElseThrow().notices()).isEqualTo(2);

                ask(two, "DELETE", "?url=" + hub.feed(), "");
                await().atMost(PATIENCE).until(() -> hub.intents.size() == 2);
                assertThat(hub.intents).last().isEqualTo("unsubscribe 200 true");
                assertThat(hub.requests).hasSize(2);
            }
        }
    }

    /** Polls come an hour apart: what is published sooner, the hub told of. */
    private static IngestService start(EmbeddedBroker broker) {
        IngestService service = IngestService.start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(), "DATELINE_INGEST_PORT", "0", "DATELINE_INGEST_FEED_LEAST", "PT1H",
                "DATELINE_INGEST_FEED_MOST", "PT1H", "DATELINE_INGEST_FEED_HOSTS", "127.0.0.1",
                "DATELINE_INGEST_FEED_CALLBACK", SmallHub.CALLBACK, "DATELINE_INGEST_FEED_SECRET",
                "a-secret-of-two-and-thirty-letters"));
        await().atMost(PATIENCE).until(() -> service.health() instanceof Health.Up);
        return service;
    }

    private static void ask(IngestService ingest, String method, String query, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.port() + "/v1/feeds" + query))
                        .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static Optional<FeedStatus> status(Map<String, String> kafka, SmallHub hub) {
        return Optional.ofNullable(FeedTopics.read(kafka).statuses().get(hub.feed()));
    }

    private static Optional<FeedSubscription> subscription(Map<String, String> kafka, SmallHub hub) {
        return status(kafka, hub).flatMap(FeedStatus::subscription);
    }

    private static boolean isSubscribed(Map<String, String> kafka, SmallHub hub) {
        return subscription(kafka, hub).filter(one -> one.isActive(Instant.now())).isPresent();
    }

    private static long published(Map<String, String> kafka, SmallHub hub) {
        return status(kafka, hub).map(FeedStatus::published).orElse(0L);
    }
}
