package news.dateline.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedState;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedChange;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.feed.Opml;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** The feeds that are polled: what they are, how they are, and changes that every running ingest instance follows at once. */
@Command(name = "feeds", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(add | remove | list | import | pause | resume | poll)", description = "Adds, removes and lists the feeds that are polled, and says how each is.", footer = {
        "", "Examples:", "  dateline feeds add https://news.example/rss --title 'Example: World' --language en",
        "  dateline feeds import subscriptions.opml", "  dateline feeds list --sick",
        "  dateline feeds remove https://news.example/rss"})
final class FeedsCommand implements Runnable {
    private static final int MOST_OPML_BYTES = 64 * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "which of add, remove, list, import, pause, resume and poll?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a feed, or changes what is said of it; it is polled at once.", footer = {
            "", "Of a feed that is there already, what is not said stays as it is.", "", "Examples:",
            "  dateline feeds add https://news.example/rss",
            "  dateline feeds add https://news.example/rss --source 'News Example' --section World --least PT10M"})
    void add(@Parameters(paramLabel = "URL", description = "of RSS, Atom, JSON Feed or a news sitemap") String url,
            @Option(names = "--title", paramLabel = "TEXT", description = "what people call it") Optional<String> title,
            @Option(names = "--source", paramLabel = "NAME", description = "publisher of articles that name none") Optional<String> source,
            @Option(names = "--language", paramLabel = "TAG", description = "BCP 47 tag for articles that declare none") Optional<String> language,
            @Option(names = "--section", paramLabel = "NAME", description = "the publisher's section for articles that declare none") Optional<String> section,
            @Option(names = "--least", paramLabel = "DURATION", description = "polled no more often than once in this time, such as PT10M") Optional<Duration> least,
            @Option(names = "--most", paramLabel = "DURATION", description = "polled at least once in this time, such as PT6H") Optional<Duration> most,
            @Option(names = "--pages", negatable = true, description = "fetch the pages of items that have only a teaser") Optional<Boolean> pages,
            @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who changes it (default: ${DEFAULT-VALUE})") String author,
            @Option(names = "--comment", paramLabel = "TEXT", description = "why") Optional<String> comment,
            @Mixin Addresses.Kafka kafka) {
        ObjectNode change = ContractJson.mapper().createObjectNode().put("url", url).put("author", author);
        title.ifPresent(text -> change.put("title", text));
        source.ifPresent(name -> change.put("source", name));
        language.ifPresent(tag -> change.put("language", tag));
        section.ifPresent(name -> change.put("section", name));
        least.ifPresent(time -> change.put("leastSeconds", time.toSeconds()));
        most.ifPresent(time -> change.put("mostSeconds", time.toSeconds()));
        pages.ifPresent(wanted -> change.put("pages", wanted));
        comment.ifPresent(text -> change.put("comment", text));
        // What is wrong with it is told before anybody waits for Kafka.
        changed(change, Optional.empty());
        Optional<Feed> known = Optional.ofNullable(kafka.ask(FeedTopics::read).feeds().get(FeedChange.address(url)));
        Feed feed = changed(change, known);
        put(kafka, List.of(feed));
        Console.line("@|green " + (known.isPresent() ? "changed:" : "added:") + "|@ " + Console.plain(feed.url()));
    }

    private static Feed changed(ObjectNode change, Optional<Feed> known) {
        try {
            return FeedChange.of(change, known, now());
        } catch (IllegalArgumentException e) {
            throw new Failure("invalid feed: " + e.getMessage(), e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a feed; its articles stay.", footer = {
            "", "Example:", "  dateline feeds remove https://news.example/rss"})
    void remove(@Parameters(paramLabel = "URL", description = "of a feed; see: dateline feeds list") String url,
            @Mixin Addresses.Kafka kafka) {
        String known = known(kafka.ask(FeedTopics::read), url).url();
        kafka.write(Topics.FEEDS, Stream.of(new ProducerRecord<>(Topics.FEEDS.name(), known, null)));
        Console.line("@|green removed:|@ " + Console.plain(known));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the feeds and how they are, sick ones first.", footer = {
            "", "What went wrong stands below the feed.", "",
            "Examples:", "  dateline feeds list --sick", "  dateline feeds list --json | jq -r .url"})
    void list(@Option(names = "--sick", description = "only those that are not healthy") boolean sick,
            @Option(names = "--json", description = "one JSON line for each feed") boolean json,
            @Mixin Addresses.Kafka kafka) {
        List<FeedTopics.Entry> entries = kafka.ask(FeedTopics::read).entries().stream()
                .filter(entry -> !sick || entry.isSick()).toList();
        entries.forEach(entry -> Console.raw(json ? entry.json().toString() : FeedLines.text(entry, Instant.now())));
        long ill = entries.stream().filter(FeedTopics.Entry::isSick).count();
        Console.note(entries.size() + " feeds, " + ill + " of them sick");
    }

    @Command(name = "import", mixinStandardHelpOptions = true, description = "Adds the feeds of OPML files; those that are there already stay as they are.", footer = {
            "", "Everything that can be read of a file is, well-formed or not.", "", "Example:",
            "  dateline feeds import subscriptions.opml"})
    void importFiles(@Parameters(arity = "1..*", paramLabel = "FILE", description = "OPML files") List<Path> files,
            @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who adds them (default: ${DEFAULT-VALUE})") String author,
            @Mixin Addresses.Kafka kafka) {
        List<Opml.Outline> outlines = files.stream().flatMap(file -> outlines(file).stream()).toList();
        Map<String, Feed> known = kafka.ask(FeedTopics::read).feeds();
        Map<String, Feed> added = new LinkedHashMap<>();
        int unfit = 0;
        for (Opml.Outline outline : outlines) {
            ObjectNode change = ContractJson.mapper().createObjectNode().put("url", outline.url())
                    .put("title", outline.title()).put("author", author);
            outline.language().ifPresent(tag -> change.put("language", tag));
            try {
                Feed feed = FeedChange.of(change, Optional.empty(), now());
                if (!known.containsKey(feed.url())) {
                    added.putIfAbsent(feed.url(), feed);
                }
            } catch (IllegalArgumentException e) {
                unfit++;
                Console.note(outline.url() + ": " + e.getMessage());
            }
        }
        put(kafka, new ArrayList<>(added.values()));
        Console.line("@|green added:|@ " + added.size() + " feeds of " + outlines.size() + " outlines; "
                + (outlines.size() - added.size() - unfit) + " were there already, " + unfit + " have no address");
    }

    private static List<Opml.Outline> outlines(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Opml.read(in.readNBytes(MOST_OPML_BYTES));
        } catch (IOException e) {
            throw new Failure(
                    "can't read " + file + (Files.exists(file) ? ": " + e.getMessage() : ": it does not exist"),
                    e);
        }
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Polls a feed no more until it is resumed.", footer = {
            "", "Example:", "  dateline feeds pause https://news.example/rss"})
    void pause(@Parameters(paramLabel = "URL", description = "of a feed") String url, @Mixin Addresses.Kafka kafka) {
        change(url, "paused:", kafka, FeedState.PAUSED, false);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Polls a feed again that was paused.", footer = {
            "", "Example:", "  dateline feeds resume https://news.example/rss"})
    void resume(@Parameters(paramLabel = "URL", description = "of a feed") String url, @Mixin Addresses.Kafka kafka) {
        change(url, "resumed:", kafka, FeedState.ACTIVE, false);
    }

    @Command(name = "poll", mixinStandardHelpOptions = true, description = "Polls a feed now, whatever its schedule says.", footer = {
            "", "Example:", "  dateline feeds poll https://news.example/rss"})
    void poll(@Parameters(paramLabel = "URL", description = "of a feed") String url, @Mixin Addresses.Kafka kafka) {
        change(url, "asked for:", kafka, FeedState.ACTIVE, true);
    }

    private static void change(String url, String said, Addresses.Kafka kafka, FeedState state, boolean poll) {
        Feed feed = known(kafka.ask(FeedTopics::read), url).feed().orElseThrow(() -> unknown(url));
        if (poll && feed.state() == FeedState.PAUSED) {
            throw new Failure("the feed is paused; resume it first: dateline feeds resume " + feed.url());
        }
        put(kafka, List.of(poll
                ? feed.polledAt(now())
                : feed.in(state, System.getProperty("user.name", ""), now())));
        Console.line("@|green " + said + "|@ " + Console.plain(feed.url()));
    }

    private static void put(Addresses.Kafka kafka, List<Feed> feeds) {
        kafka.write(Topics.FEEDS,
                feeds.stream().map(feed -> new ProducerRecord<>(Topics.FEEDS.name(), feed.url(), feed)));
    }

    private static FeedTopics.Entry known(FeedTopics topics, String url) {
        Map<String, FeedTopics.Entry> entries = topics.entries().stream()
                .collect(Collectors.toMap(FeedTopics.Entry::url, entry -> entry));
        return Optional.ofNullable(entries.get(url)).or(() -> WebAddress.of(url).map(URI::toString).map(entries::get))
                .orElseThrow(() -> unknown(url));
    }

    private static Failure unknown(String url) {
        return new Failure("there is no feed '" + url + "'; see: dateline feeds list");
    }
}
