package news.dateline.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.InvalidSettings;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;
import news.dateline.chassis.Tokens;
import news.dateline.chassis.TraceTarget;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.fetch.NamedHosts;
import news.dateline.ingest.http.ClientLimits;
import news.dateline.ingest.http.PushTokens;
import news.dateline.ingest.hub.HubCallbacks;
import news.dateline.ingest.poll.PollSettings;

/**
 * The settings of ingest.
 *
 * @param host            see {@link #table()}, as for the others
 * @param kafka           properties of its Kafka clients
 * @param traces          where spans are sent
 */
record IngestSettings(String host, int port, int maxArticleBytes, int maxPushes, ClientLimits client, PushTokens tokens,
        PollSettings polls, int partitions, Map<String, String> kafka, TraceTarget traces) {
    private static final String PREFIX = "DATELINE_INGEST_";
    private static final Setting<String> HOST = Setting.text(PREFIX + "HOST", "127.0.0.1",
            "address on which pushes are taken");
    private static final Setting<Integer> PORT = Setting.port(PREFIX + "PORT", 8401,
            "port on which pushes are taken; 0 takes any that is free");
    private static final Setting<Integer> MAX_ARTICLE_BYTES = Setting.number(PREFIX + "MAX_ARTICLE_BYTES",
            2 * 1024 * 1024, 1024, 6 * 1024 * 1024, "the largest article, in bytes as it is pushed");
    private static final Setting<Integer> MAX_PUSHES = Setting.number(PREFIX + "MAX_PUSHES", 32, 1, 10_000,
            "how many HTTP pushes are worked on at the same time");
    private static final Setting<Integer> CLIENT_PUSHES = Setting.number(PREFIX + "CLIENT_PUSHES",
            ClientLimits.STANDARD.pushes(), 1, 10_000,
            "how many pushes of one client, by token or else by address, are worked on at the same time");
    private static final Setting<Integer> CLIENT_REQUESTS = Setting.number(PREFIX + "CLIENT_REQUESTS",
            ClientLimits.STANDARD.requests(), 1, 1_000_000, "how many pushes of one client are taken in a second");
    private static final Setting<Integer> CLIENT_BYTES = Setting.number(PREFIX + "CLIENT_BYTES",
            ClientLimits.STANDARD.bytes(), 1024, Integer.MAX_VALUE,
            "how many bytes of one client's pushes are read in a second; more wait");
    private static final Setting<Tokens> TOKEN = new Setting<>(PREFIX + "TOKEN", "",
            "bearer tokens of which a push must bring one; left out with the file too, anyone may push",
            Tokens.RULE,
            Tokens::of, true);
    private static final Setting<Tokens> TOKEN_FILE = new Setting<>(PREFIX + "TOKEN_FILE", "",
            "a file with such tokens, read at the start", "a file that can be read, with " + Tokens.RULE,
            Tokens::ofFile);
    private static final Setting<Duration> FEED_LEAST = Setting.duration(PREFIX + "FEED_LEAST", Duration.ofMinutes(5),
            "a feed is polled no more often than once in this time");
    private static final Setting<Duration> FEED_MOST = Setting.duration(PREFIX + "FEED_MOST", Duration.ofHours(2),
            "a feed that works is polled at least once in this time");
    private static final Setting<Duration> FEED_SILENT = Setting.duration(PREFIX + "FEED_SILENT", Duration.ofDays(7),
            "a feed without a new item for this time counts as silent");
    private static final Setting<Integer> FEED_POLLS = Setting.number(PREFIX + "FEED_POLLS", 32, 1, 10_000,
            "how many feeds are polled at the same time; one at a time at each host");
    private static final Setting<Integer> FEED_BYTES = Setting.number(PREFIX + "FEED_BYTES", 8 * 1024 * 1024, 1024,
            FeedReader.MOST_BYTES, "the largest feed, in bytes, decompressed");
    private static final Setting<Duration> FEED_TIME = Setting.duration(PREFIX + "FEED_TIME", Duration.ofSeconds(30),
            "how long one request for a feed may take until its last byte");
    private static final Setting<NamedHosts> FEED_HOSTS = new Setting<>(PREFIX + "FEED_HOSTS", "",
            "hosts that may be polled although they are not on the public internet", NamedHosts.RULE, NamedHosts::of);
    private static final Setting<String> FEED_AGENT = Setting.text(PREFIX + "FEED_AGENT", "Dateline/0.1",
            "the user-agent of polls; robots.txt knows it by the name before the slash");
    private static final Setting<Optional<URI>> FEED_CALLBACK = new Setting<>(PREFIX + "FEED_CALLBACK", "",
            "address by which WebSub hubs reach this port from outside; left out, no hub is asked to tell of news",
            HubCallbacks.ADDRESS_RULE, HubCallbacks::address);
    private static final Setting<Optional<String>> FEED_SECRET = new Setting<>(PREFIX + "FEED_SECRET", "",
            "what hubs' calls are known by, the same for every instance; needed with FEED_CALLBACK",
            HubCallbacks.SECRET_RULE, HubCallbacks::secret, true);
    private static final List<Setting<?>> TABLE = List.of(HOST, PORT, MAX_ARTICLE_BYTES, MAX_PUSHES, CLIENT_PUSHES,
            CLIENT_REQUESTS, CLIENT_BYTES, TOKEN, TOKEN_FILE, FEED_LEAST, FEED_MOST, FEED_SILENT, FEED_POLLS,
            FEED_BYTES,
            FEED_TIME, FEED_HOSTS, FEED_AGENT, FEED_CALLBACK, FEED_SECRET);

    IngestSettings {
        kafka = Map.copyOf(kafka);
    }

    static List<Setting<?>> table() {
        return TABLE;
    }

    static IngestSettings read(Map<String, String> variables) {
        return Settings.read(variables, PREFIX, TABLE,
                settings -> new IngestSettings(settings.value(HOST), settings.value(PORT),
                        settings.value(MAX_ARTICLE_BYTES), settings.value(MAX_PUSHES),
                        new ClientLimits(settings.value(CLIENT_PUSHES), settings.value(CLIENT_REQUESTS),
                                settings.value(CLIENT_BYTES)),
                        new PushTokens(settings.value(TOKEN).and(settings.value(TOKEN_FILE))),
                        new PollSettings(settings.value(FEED_LEAST), settings.value(FEED_MOST),
                                settings.value(FEED_SILENT), settings.value(FEED_POLLS), settings.value(FEED_BYTES),
                                settings.value(FEED_TIME), settings.value(FEED_HOSTS), settings.value(FEED_AGENT),
                                callbacks(settings.value(FEED_CALLBACK), settings.value(FEED_SECRET))),
                        settings.partitions(),
                        settings.kafka(), settings.traces()));
    }

    /** Made up by each instance, the secret would be another after every start. */
    private static Optional<HubCallbacks> callbacks(Optional<URI> address, Optional<String> secret) {
        if (address.isPresent() && secret.isEmpty()) {
            throw new InvalidSettings(List.of(FEED_SECRET.variable() + " must be " + FEED_SECRET.rule() + " where "
                    + FEED_CALLBACK.variable() + " is given (" + FEED_SECRET.meaning() + ")"));
        }
        return address.map(url -> new HubCallbacks(url, secret.orElseThrow()));
    }
}
