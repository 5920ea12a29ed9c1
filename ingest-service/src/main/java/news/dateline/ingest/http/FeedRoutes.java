package news.dateline.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedChange;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.publish.RawPublisher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/feeds}: the registry of polled feeds over HTTP; guarded by the same tokens as pushes. */
public final class FeedRoutes {
    public static final String PATH = "/v1/feeds";
    private static final int MOST_BYTES = 64 * 1024;

    private final RegistryReading registry;
    private final RawPublisher publisher;
    private final PushTokens tokens;
    private final InstantSource clock;

    public FeedRoutes(RegistryReading registry, RawPublisher publisher, PushTokens tokens, InstantSource clock) {
        this.registry = registry;
        this.publisher = publisher;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::put);
        routes.delete(PATH, this::remove);
    }

    private void list(Context context) {
        tokens.check(context);
        ObjectNode answer = ContractJson.mapper().createObjectNode();
        answer.putArray("feeds").addAll(registry.now().entries().stream().map(FeedTopics.Entry::json).toList());
        json(context, 200, answer);
    }

    private void put(Context context) throws IOException {
        tokens.check(context);
        ObjectNode change = body(context);
        try {
            String url = FeedChange.address(change.path("url").asString(""));
            Optional<Feed> known = Optional.ofNullable(registry.now().feeds().get(url));
            Feed feed = FeedChange.of(change, known, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            acknowledged(publisher.put(Topics.FEEDS, Optional.empty(), feed.url(), Optional.of(feed)));
            json(context, known.isPresent() ? 200 : 201, ContractJson.mapper().valueToTree(feed));
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "invalid-field", "A field breaks a rule", e.getMessage()).refusal();
        }
    }

    private void remove(Context context) {
        tokens.check(context);
        String url = Optional.ofNullable(context.queryParam("url")).orElse("");
        FeedTopics now = registry.now();
        String known = now.feeds().containsKey(url) || now.statuses().containsKey(url)
                ? url
                : WebAddress.of(url).map(URI::toString).orElse(url);
        if (!now.feeds().containsKey(known) && !now.statuses().containsKey(known)) {
            throw Problem.of(404, "no-such-feed", "There is no such feed",
                    "Name one of those that GET " + PATH + " lists: DELETE " + PATH + "?url=URL").refusal();
        }
        acknowledged(publisher.put(Topics.FEEDS, Optional.empty(), known, Optional.empty()));
        context.status(204);
    }

    private static ObjectNode body(Context context) throws IOException {
        byte[] bytes = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
        try {
            if (bytes.length <= MOST_BYTES && ContractJson.mapper().readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Problem.of(400, "not-json", "Not JSON", "The body must be one JSON object").refusal();
        }
        throw Problem.of(400, "not-a-feed", "Not a feed",
                "The body must be one JSON object of at most " + MOST_BYTES
                        + " bytes, such as {\"url\": \"https://…\"}")
                .refusal();
    }

    private static void acknowledged(CompletableFuture<Optional<String>> written) {
        if (written.join().isPresent()) {
            throw RegistryReading.unavailable();
        }
    }

    private static void json(Context context, int status, JsonNode answer) {
        context.status(status).contentType("application/json").result(ContractJson.mapper().writeValueAsBytes(answer));
    }
}
