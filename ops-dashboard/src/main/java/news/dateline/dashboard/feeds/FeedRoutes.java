package news.dateline.dashboard.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedState;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedChange;
import news.dateline.contract.registry.RegistryWriter;
import news.dateline.contract.registry.WebAddress;
import news.dateline.dashboard.web.JsonBody;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.node.ObjectNode;

/** The feeds over HTTP: list, show, add, change, pause, resume, poll, remove, import. */
public final class FeedRoutes {
    private static final String PATH = "/v1/feeds";
    private static final int LISTED = 200;
    private static final int MOST_LISTED = 1_000;
    private static final int MOST_IMPORTED = 1_000;
    private static final int LONGEST = 1_000;

    private final Map<String, String> kafka;
    private final Feeds feeds;
    private final BooleanSupplier known;
    private final InstantSource clock;

    /**
     * The routes.
     *
     * @param known whether the registry has been read; before that, what stands in it would be overwritten unseen
     */
    public FeedRoutes(Map<String, String> kafka, Feeds feeds, BooleanSupplier known, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.feeds = feeds;
        this.known = known;
        this.clock = clock;
    }

    /** What is asked of a feed, and by whom. */
    record Named(String url, Optional<String> author) {
        Named {
            url = url == null ? "" : url;
            author = JsonBody.present(author);
        }
    }

    /** A feed of a list of feeds. */
    record Outline(String url, Optional<String> title, Optional<String> language) {
        Outline {
            url = url == null ? "" : url;
            title = JsonBody.present(title);
            language = JsonBody.present(language);
        }
    }

    /** A part of a list of feeds. */
    record Import(List<Outline> feeds, Optional<String> author) {
        Import {
            feeds = feeds == null ? List.of() : List.copyOf(feeds);
            author = JsonBody.present(author);
        }
    }

    /** What became of it: how many were added, were there already, and why the others were refused. */
    private record Imported(int added, int known, Map<String, String> refused) {}

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/one", context -> JsonBody.answer(context, named(JsonBody.parameter(context, "url"))));
        routes.post(PATH, this::add);
        routes.put(PATH, this::change);
        routes.delete(PATH, this::remove);
        routes.post(PATH + "/pause", context -> inState(context, FeedState.PAUSED));
        routes.post(PATH + "/resume", context -> inState(context, FeedState.ACTIVE));
        routes.post(PATH + "/poll", this::poll);
        routes.post(PATH + "/import", this::importList);
    }

    private void list(Context context) {
        JsonBody.answer(context, feeds.view(new Feeds.Wanted(JsonBody.parameter(context, "q"),
                JsonBody.parameter(context, "state"), Set.copyOf(context.queryParams("first")),
                JsonBody.number(context, "limit", LISTED, MOST_LISTED)), clock.instant()));
    }

    private void add(Context context) {
        ObjectNode change = JsonBody.read(context, ObjectNode.class);
        Feed feed = feed(change, Optional.empty());
        if (feeds.feed(feed.url()).isPresent()) {
            throw JsonBody.wrong("url", "url is of a feed that is polled already");
        }
        write(List.of(feed));
        context.status(201);
        JsonBody.answer(context, feed);
    }

    private void change(Context context) {
        ObjectNode change = JsonBody.read(context, ObjectNode.class);
        Feed feed = feed(change, Optional.of(named(change.path("url").asString(""))));
        write(List.of(feed));
        JsonBody.answer(context, feed);
    }

    private Feed feed(ObjectNode change, Optional<Feed> before) {
        for (String name : List.of("title", "source", "language", "section", "author", "comment")) {
            JsonBody.note(Optional.of(change.path(name).asString("")), name);
        }
        try {
            return FeedChange.of(change, before, now());
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(e);
        }
    }

    private void inState(Context context, FeedState state) {
        Named asked = JsonBody.read(context, Named.class);
        Feed feed = named(asked.url()).in(state, JsonBody.note(asked.author(), "author"), now());
        write(List.of(feed));
        JsonBody.answer(context, feed);
    }

    private void poll(Context context) {
        Feed feed = named(JsonBody.read(context, Named.class).url());
        if (feed.state() == FeedState.PAUSED) {
            throw Problem.of(409, "paused", "The feed is paused", "the feed is paused: resume it first").refusal();
        }
        write(List.of(feed.polledAt(now())));
        JsonBody.answer(context, feed);
    }

    private void remove(Context context) {
        Feed feed = named(JsonBody.parameter(context, "url"));
        RegistryWriter.write(kafka, Topics.FEEDS, Stream.of(new ProducerRecord<>(Topics.FEEDS.name(), feed.url(),
                null)));
        feeds.removed(feed.url());
        JsonBody.answer(context, feed);
    }

    private void importList(Context context) {
        Import asked = JsonBody.read(context, Import.class);
        if (asked.feeds().size() > MOST_IMPORTED) {
            throw Problem.of(413, "too-large", "The request is too large",
                    "send at most " + MOST_IMPORTED + " feeds at a time").refusal();
        }
        Map<String, Feed> added = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Outline outline : asked.feeds()) {
            try {
                Feed feed = FeedChange.of(change(outline, asked.author()), Optional.empty(), now());
                if (feeds.feed(feed.url()).isEmpty()) {
                    added.putIfAbsent(feed.url(), feed);
                }
            } catch (IllegalArgumentException e) {
                refused.put(shortened(outline.url()), e.getMessage());
            }
        }
        write(List.copyOf(added.values()));
        JsonBody.answer(context,
                new Imported(added.size(), asked.feeds().size() - added.size() - refused.size(), refused));
    }

    private static ObjectNode change(Outline outline, Optional<String> author) {
        ObjectNode change = ContractJson.mapper().createObjectNode().put("url", outline.url())
                .put("title", shortened(outline.title().orElse("")))
                .put("author", JsonBody.note(author, "author"));
        outline.language().ifPresent(tag -> change.put("language", shortened(tag)));
        return change;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** By the address as it stands in the registry, or in its one form. */
    private Feed named(String url) {
        return feeds.feed(url).or(() -> WebAddress.of(url).map(URI::toString).flatMap(feeds::feed))
                .orElseThrow(() -> Problem.of(404, "no-such-feed", "There is no such feed",
                        "no feed of this address is polled").refusal());
    }

    private void write(List<Feed> changed) {
        if (!known.getAsBoolean()) {
            throw Problem.of(503, "unavailable", "The feeds are not read yet",
                    "the dashboard has yet to read the feeds: try again in a moment").refusal();
        }
        RegistryWriter.write(kafka, Topics.FEEDS,
                changed.stream().map(feed -> new ProducerRecord<>(Topics.FEEDS.name(), feed.url(), feed)));
        changed.forEach(feeds::changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
