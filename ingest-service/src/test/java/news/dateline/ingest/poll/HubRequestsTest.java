package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import news.dateline.contract.FeedSubscription;
import news.dateline.ingest.fetch.FetchLimits;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.NamedHosts;
import news.dateline.ingest.fetch.SafeAddresses;
import news.dateline.ingest.hub.HubCallbacks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests to hubs of every kind: hubs that work, that refuse, that are away, that are hostile. */
@Timeout(30)
class HubRequestsTest {
    private static final String FEED = "http://feeds.test/feed";
    private static final String TOPIC = "http://feeds.test/topic?a=b&c=d";

    private final ScriptedServer server = new ScriptedServer();
    private final Fetcher fetcher = new Fetcher(
            new FetchLimits(64 * 1024, Duration.ofSeconds(1), Duration.ofSeconds(2), 5, 1),
            new SafeAddresses(NamedHosts.NONE, host -> InetAddress.getAllByName(
                    host.equals("hub.test") ? "127.0.0.1" : host.equals("inside.test") ? "127.0.0.2" : host),
                    address -> address.getHostAddress().equals("127.0.0.1")),
            "Dateline/0.1", InstantSource.system());
    private final HubCallbacks callbacks = new HubCallbacks(URI.create("https://in.example/"), "x".repeat(32));
    private final HubRequests hubs = new HubRequests(Optional.of(callbacks), fetcher);
    private final CompletableFuture<String> failed = new CompletableFuture<>();

    @AfterEach
    void close() throws IOException {
        hubs.close();
        fetcher.close();
        server.close();
    }

    private String hub(String path) {
        return "http://hub.test:" + server.port() + path;
    }

    private void subscribe(String hub) {
        hubs.subscribe(FEED, FeedSubscription.at(hub, TOPIC, Instant.EPOCH), failed::complete);
    }

    private String failure(String hub) throws Exception {
        subscribe(hub);
        return failed.get(20, TimeUnit.SECONDS);
    }

    private String asked(String path) {
        while (server.asked().stream().noneMatch(request -> request.path().equals(path))) {
            Thread.onSpinWait();
        }
        return server.asked().getLast().body();
    }

    @Test
    void asksWithTheFeedsOwnCallbackAndSecret() {
        server.at("/hub", 202, "", "");

        subscribe(hub("/hub"));

        assertThat(asked("/hub").split("&")).containsExactly(
                "hub.callback=" + URLEncoder.encode(callbacks.addressFor(FEED), UTF_8), "hub.mode=subscribe",
                "hub.topic=" + URLEncoder.encode(TOPIC, UTF_8), "hub.lease_seconds=864000",
                "hub.secret=" + callbacks.secretFor(FEED));
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void givesUpASubscription() {
        server.at("/hub", 202, "", "");

        hubs.unsubscribe(FEED, FeedSubscription.at(hub("/hub"), TOPIC, Instant.EPOCH));

        assertThat(asked("/hub")).contains("&hub.mode=unsubscribe&");
    }

    @Test
    void asksWhereTheHubSaysThatItIs() {
        server.at("/hub", 307, "location: /moved\r\n", "");
        server.at("/moved", 202, "", "");

        subscribe(hub("/hub"));

        assertThat(asked("/moved")).contains("hub.mode=subscribe");
    }

    @Test
    void saysHowTheHubAnsweredThatDoesNotTakeTheRequest() throws Exception {
        server.at("/hub", 400, "", "no such topic");

        assertThat(failure(hub("/hub"))).isEqualTo("the hub answered 400 Said so");
    }

    @Test
    void followsNoRedirectThatWouldLoseTheRequest() throws Exception {
        server.at("/hub", 302, "location: /moved\r\n", "");

        assertThat(failure(hub("/hub"))).isEqualTo("the hub answered 302 Said so");
    }

    @Test
    void saysThatAHubIsAway() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(failure("http://hub.test:" + port + "/")).contains("the hub can't be connected to");
    }

    @Test
    void neverAsksAHubInside() throws Exception {
        server.at("/hub", 202, "", "");

        assertThat(failure("http://inside.test:" + server.port() + "/hub")).contains("not on the public internet");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void neverFollowsARedirectToAnInsideAddress() throws Exception {
        server.at("/hub", 308, "location: http://inside.test:" + server.port() + "/secret\r\n", "");
        server.at("/secret", 202, "", "");

        assertThat(failure(hub("/hub"))).contains("not on the public internet");
        assertThat(server.asked()).extracting(ScriptedServer.Request::path).containsExactly("/hub");
    }

    @Test
    void readsNothingOfABodyWithoutEnd() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        server.at("/hub", (request, out) -> {
            try {
                out.write("HTTP/1.1 202 Accepted\r\n\r\n".getBytes(UTF_8));
                while (true) {
                    out.write(new byte[64 * 1024]);
                }
            } finally {
                ended.complete(true);
            }
        });

        subscribe(hub("/hub"));

        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).isNotDone();
    }
}
