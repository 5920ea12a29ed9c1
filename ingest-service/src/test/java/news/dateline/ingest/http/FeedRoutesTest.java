package news.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Tokens;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.Topics;
import news.dateline.ingest.KafkaStandIn;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedRoutesTest {
    private static final String TOKEN = "a-token-of-16-or-more";
    private static final String KNOWN = "https://known.example/rss";

    private final KafkaStandIn kafka = new KafkaStandIn(true, 4096);
    private final FeedTopics registry = new FeedTopics(
            Map.of(KNOWN, Feed.of(KNOWN, Instant.EPOCH), "https://b.example/",
                    Feed.of("https://b.example/", Instant.EPOCH)),
            Map.of("https://b.example/",
                    ContractJson.mapper().readValue("{\"schemaVersion\":1,\"url\":\"https://b.example/\","
                            + "\"state\":\"failing\",\"lastPollAt\":\"2026-11-05T09:00:00Z\",\"seenItems\":\"xxxxxxxx\"}",
                            FeedStatus.class)));
    private final HttpEndpoint endpoint = HttpEndpoint.start("127.0.0.1", 0, kafka.metrics, () -> Health.UP,
            new FeedRoutes(new RegistryReading(() -> registry),
                    new RawPublisher(() -> kafka.producer, () -> true, kafka.trouble),
                    new PushTokens(Tokens.of(TOKEN).orElseThrow()), () -> KafkaStandIn.NOW)::addTo);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private HttpResponse<String> ask(String method, String query, BodyPublisher body, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/v1/feeds" + query))
                        .header("authorization", "Bearer " + token).method(method, body).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return ask("POST", "", BodyPublishers.ofString(body), TOKEN);
    }

    private Feed written() {
        return Topics.FEEDS.value().deserializer().deserialize("", kafka.producer.history().getLast().value());
    }

    @Test
    void addsAFeedUnderTheOneFormOfItsAddress() throws Exception {
        HttpResponse<String> answer = post(
                "{\"url\": \"HTTPS://New.Example\", \"leastSeconds\": 600, \"pages\": true}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(written().url()).isEqualTo("https://new.example/");
        assertThat(written().leastSeconds()).contains(600);
        assertThat(written().pages()).isTrue();
        assertThat(written().pollRequestedAt()).contains(KafkaStandIn.NOW);
    }

    @Test
    void changesOnlyWhatIsSaidOfAFeedThatIsThere() throws Exception {
        assertThat(post("{\"url\": \"" + KNOWN + "\", \"state\": \"paused\"}").statusCode()).isEqualTo(200);

        assertThat(written().state()).isEqualTo(FeedState.PAUSED);
        assertThat(written().addedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void namesTheFieldThatBreaksARule() throws Exception {
        assertThat(post("{\"url\": \"ftp://x/\"}").body()).contains("url must be an http or https address");
        assertThat(post("{\"url\": \"" + KNOWN + "\", \"titel\": \"x\"}").body())
                .contains("titel is no field of a feed");
        assertThat(post("{\"url\": \"" + KNOWN + "\", \"state\": \"x\"}").statusCode()).isEqualTo(422);
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(post("{").statusCode()).isEqualTo(400);
        assertThat(kafka.producer.history()).isEmpty();
    }

    @Test
    void listsSickFeedsFirst() throws Exception {
        JsonNode feeds = JsonMapper.shared().readTree(ask("GET", "", BodyPublishers.noBody(), TOKEN).body())
                .get("feeds");

        assertThat(feeds.get(0).at("/status/state").asString()).isEqualTo(FeedHealth.FAILING.word());
        assertThat(feeds.get(0).at("/status/seenItems").isMissingNode()).isTrue();
        assertThat(feeds.get(1).get("url").asString()).isEqualTo(KNOWN);
    }

    @Test
    void removesAFeedThatIsThere() throws Exception {
        assertThat(ask("DELETE", "?url=" + KNOWN, BodyPublishers.noBody(), TOKEN).statusCode()).isEqualTo(204);
        assertThat(kafka.producer.history().getLast().value()).isNull();
        assertThat(ask("DELETE", "?url=https://other.example/", BodyPublishers.noBody(), TOKEN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksForATokenAndToComeAgainWhileKafkaIsAway() throws Exception {
        assertThat(ask("GET", "", BodyPublishers.noBody(), "another-token-of-16").statusCode()).isEqualTo(401);
        kafka.producer.sendException = new TimeoutException("no broker");
        assertThat(post("{\"url\": \"" + KNOWN + "\"}").statusCode()).isEqualTo(503);
    }
}
