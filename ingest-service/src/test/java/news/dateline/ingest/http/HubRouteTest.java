package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.contract.ContractJson;
import news.dateline.contract.FeedNotice;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.NoticeKind;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.ingest.KafkaStandIn;
import news.dateline.ingest.hub.HubCallbacks;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubRouteTest {
    private static final String FEED = "https://www.harbour-courier.example/feed";
    private static final String TOPIC = FEED + "?topic";

    private final KafkaStandIn kafka = new KafkaStandIn(true, 4096);
    private final HubCallbacks callbacks = new HubCallbacks(URI.create("http://in.example"), "x".repeat(32));
    private final FeedTopics registry = new FeedTopics(Map.of(), Map.of(FEED, ContractJson.mapper()
            .readValue("{\"schemaVersion\":1,\"url\":\"" + FEED
                    + "\",\"state\":\"healthy\",\"lastPollAt\":\"2026-11-05T09:00:00Z\"}", FeedStatus.class)
            .with(Optional.of(FeedSubscription.at("http://hub.example/", TOPIC, Instant.EPOCH)))));
    private final HttpEndpoint endpoint = HttpEndpoint.start("127.0.0.1", 0, kafka.metrics, () -> Health.UP,
            new HubRoute(callbacks, new RegistryReading(() -> registry),
                    new RawPublisher(() -> kafka.producer, () -> true, kafka.trouble), kafka.metrics,
                    () -> KafkaStandIn.NOW)::addTo);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private HttpRequest.Builder call(String feed, String query) {
        return HttpRequest.newBuilder(URI.create(callbacks.addressFor(feed).replace("http://in.example",
                "http://127.0.0.1:" + endpoint.port()) + query));
    }

    private HttpResponse<String> intent(String feed, String mode, String topic) throws Exception {
        return client.send(call(feed, "?hub.mode=" + mode + "&hub.topic=" + URLEncoder.encode(topic, UTF_8)
                + "&hub.challenge=%3Cb%3E7&hub.lease_seconds=3600&hub.reason=Not%0Aours").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> news(String body, String signature) throws Exception {
        return client.send(
                call(FEED, "").header("X-Hub-Signature", signature).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private String signed(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(callbacks.secretFor(FEED).getBytes(UTF_8), "HmacSHA512"));
        return "sha512=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    private List<FeedNotice> notices() {
        return kafka.producer.history().stream()
                .map(record -> Topics.FEEDS_NOTICES.value().deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    private static FeedNotice notice(NoticeKind kind, String topic, Optional<Long> lease, String reason) {
        return new FeedNotice(FeedNotice.SCHEMA_VERSION, FEED, kind, topic, lease, reason, KafkaStandIn.NOW);
    }

    @Test
    void confirmsASubscriptionThatWasAskedFor() throws Exception {
        HttpResponse<String> answer = intent(FEED, "subscribe", TOPIC);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<b>7");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
        assertThat(notices()).containsExactly(notice(NoticeKind.CONFIRMED, TOPIC, Optional.of(3600L), ""));
    }

    @Test
    void confirmsNothingThatWasNotAskedFor() throws Exception {
        assertThat(intent(FEED, "subscribe", FEED).statusCode()).isEqualTo(404);
        assertThat(intent("https://other.example/", "subscribe", TOPIC).statusCode()).isEqualTo(404);
        assertThat(intent(FEED, "unsubscribe", TOPIC).statusCode()).isEqualTo(404);
        assertThat(intent(FEED, "publish", TOPIC).statusCode()).isEqualTo(404);
        assertThat(intent(FEED, "", TOPIC).statusCode()).isEqualTo(404);
        assertThat(notices()).isEmpty();
    }

    @Test
    void confirmsTheEndOfWhatIsNoLongerWanted() throws Exception {
        assertThat(intent(FEED, "unsubscribe", FEED).body()).isEqualTo("<b>7");
        assertThat(intent("https://removed.example/", "unsubscribe", TOPIC).statusCode()).isEqualTo(200);
    }

    @Test
    void readsTheRegistryForOneFeedNoOftenerThanEveryTenSeconds() throws Exception {
        intent(FEED, "subscribe", TOPIC);

        assertThat(intent(FEED, "subscribe", TOPIC).statusCode()).isEqualTo(429);
        assertThat(intent(FEED, "unsubscribe", FEED).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThatAHubDeniesASubscription() throws Exception {
        assertThat(intent(FEED, "denied", TOPIC).statusCode()).isEqualTo(200);

        assertThat(notices()).containsExactly(notice(NoticeKind.DENIED, TOPIC, Optional.empty(), "Not ours"));
    }

    @Test
    void tellsOfNewsThatIsRightlySignedOnceForAllThatComesTogether() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(news("<rss/>", signed("<rss/>")).statusCode()).isEqualTo(202);
        }

        assertThat(notices()).hasSizeLessThan(5).first().isEqualTo(notice(NoticeKind.NEWS, "", Optional.empty(), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha512", "sha1=00", "sha512=zz", "md5=d41d8cd98f00b204e9800998ecf8427e"})
    void ignoresNewsThatIsWronglySigned(String signature) throws Exception {
        assertThat(news("<rss/>", signature).statusCode()).isEqualTo(202);
        assertThat(news("<rss/>", signed("<rss>")).statusCode()).isEqualTo(202);

        assertThat(notices()).isEmpty();
        assertThat(kafka.metrics.registry().counter("dateline.feed.notices", "kind", "unsigned").count()).isEqualTo(2);
    }

    @Test
    void knowsNoAddressThatWasMadeUp() throws Exception {
        URI made = URI.create("http://127.0.0.1:" + endpoint.port() + HubCallbacks.PATH + "x/aHR0cHM6Ly9hLmV4YW1wbGUv");

        assertThat(client.send(HttpRequest.newBuilder(made).POST(BodyPublishers.ofString("x")).build(),
                BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void asksTheHubToComeAgainWhileKafkaIsAway() throws Exception {
        kafka.producer.sendException = new TimeoutException("no broker");

        assertThat(news("<rss/>", signed("<rss/>")).statusCode()).isEqualTo(503);
        assertThat(intent(FEED, "subscribe", TOPIC).statusCode()).isEqualTo(503);
    }
}
