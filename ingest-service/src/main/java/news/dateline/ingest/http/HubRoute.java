package news.dateline.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Problem;
import news.dateline.contract.FeedNotice;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.NoticeKind;
import news.dateline.contract.Topics;
import news.dateline.ingest.hub.HubCallbacks;
import news.dateline.ingest.hub.HubSignature;
import news.dateline.ingest.publish.RawPublisher;

/**
 * Where WebSub hubs call: each call that counts is written to {@code news.feeds.notices}, for whoever polls the feed, before
 * it is answered. What a notification brings is not read: the feed is polled instead.
 */
public final class HubRoute {
    private static final String PATH = HubCallbacks.PATH + "{key}/{feed}";
    private static final String REPEATED = "repeated";
    private static final String UNSIGNED = "unsigned";
    private static final int PLACES = 32;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final long MOST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int CHUNK = 16 * 1024;
    private static final int LONGEST_CHALLENGE = 4_000;
    private static final int LONGEST_REASON = 200;
    /** A hub may be anybody's, and to answer it the registry is read. */
    private static final Duration BETWEEN_INTENTS = Duration.ofSeconds(10);
    private static final long LEAST_LEASE = 60;
    private static final long MOST_LEASE = Duration.ofDays(90).toSeconds();

    private final HubCallbacks callbacks;
    private final RegistryReading registry;
    private final RawPublisher publisher;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(PLACES);
    private final LastTimes told = new LastTimes();
    private final LastTimes asked = new LastTimes();

    public HubRoute(HubCallbacks callbacks, RegistryReading registry, RawPublisher publisher, Metrics metrics,
            InstantSource clock) {
        this.callbacks = callbacks;
        this.registry = registry;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Registers what hubs say, so that each series is there before the first call, and where nobody subscribes. */
    public static void measuredBy(MeterRegistry registry) {
        Stream.concat(Stream.of(NoticeKind.values()).map(NoticeKind::word), Stream.of(REPEATED, UNSIGNED))
                .forEach(kind -> calls(registry, kind));
    }

    private static Counter calls(MeterRegistry registry, String kind) {
        return Counter.builder("dateline.feed.notices").tag("kind", kind).description("What hubs said of feeds")
                .register(registry);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::intent);
        routes.post(PATH, this::news);
    }

    /** The hub asks whether we want what it was asked for, or says that there is no subscription. */
    private void intent(Context context) {
        String feed = feed(context);
        String topic = query(context, "hub.topic");
        switch (query(context, "hub.mode")) {
            case "subscribe" -> {
                if (!subscribed(feed, topic, "subscribe")) {
                    throw unknown();
                }
                write(notice(feed, NoticeKind.CONFIRMED, topic, lease(query(context, "hub.lease_seconds")), ""));
                challenge(context);
            }
            case "unsubscribe" -> {
                if (subscribed(feed, topic, "unsubscribe")) {
                    throw unknown();
                }
                challenge(context);
            }
            case "denied" -> {
                write(notice(feed, NoticeKind.DENIED, topic, Optional.empty(), reason(query(context, "hub.reason"))));
                context.status(200);
            }
            default -> throw unknown();
        }
    }

    private boolean subscribed(String feed, String topic, String mode) {
        if (asked.isWithin(mode + feed, BETWEEN_INTENTS)) {
            throw Problem.of(429, "too-often", "Asked too often", "Ask for a feed every ten seconds at most").refusal();
        }
        asked.put(mode + feed, System.nanoTime());
        return Optional.ofNullable(registry.now().statuses().get(feed)).flatMap(FeedStatus::subscription)
                .map(FeedSubscription::topic).filter(topic::equals).isPresent();
    }

    private static void challenge(Context context) {
        String challenge = query(context, "hub.challenge");
        if (challenge.length() > LONGEST_CHALLENGE) {
            throw unknown();
        }
        context.header("X-Content-Type-Options", "nosniff").contentType("text/plain").result(challenge);
    }

    private void news(Context context) throws IOException {
        String feed = feed(context);
        if (!places.tryAcquire()) {
            PushRoute.comeAgain(context, PushProblems.busy(PLACES));
            return;
        }
        try {
            // A wrong signature is answered like a right one: who guesses learns nothing.
            if (isSigned(context, feed)) {
                tell(feed);
            } else {
                count(UNSIGNED);
            }
            context.status(202);
        } finally {
            places.release();
        }
    }

    private boolean isSigned(Context context, String feed) throws IOException {
        Optional<HubSignature> signature = HubSignature
                .of(Optional.ofNullable(context.header("X-Hub-Signature")).orElse(""), callbacks.secretFor(feed));
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        long begun = System.nanoTime();
        InputStream body = context.bodyInputStream();
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            int length = read;
            bytes += read;
            signature.ifPresent(one -> one.update(chunk, length));
            if (bytes > MOST_BYTES || System.nanoTime() - begun > MOST_NANOS) {
                throw Problem.of(413, "too-large", "The notification is too large or too slow",
                        "A notification may have " + MOST_BYTES + " bytes and take 30 seconds").refusal();
            }
        }
        return signature.filter(HubSignature::isRight).isPresent();
    }

    /** What comes shortly after news that was written is told with it: the feed is polled a little later than that. */
    private void tell(String feed) {
        long now = System.nanoTime();
        if (told.isWithin(feed, HubCallbacks.GATHERED)) {
            count(REPEATED);
            return;
        }
        write(notice(feed, NoticeKind.NEWS, "", Optional.empty(), ""));
        told.put(feed, now);
    }

    private FeedNotice notice(String feed, NoticeKind kind, String topic, Optional<Long> lease, String reason) {
        return new FeedNotice(FeedNotice.SCHEMA_VERSION, feed, kind, topic, lease, reason,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void write(FeedNotice notice) {
        if (publisher.put(Topics.FEEDS_NOTICES, Optional.of(0), notice.url(), Optional.of(notice)).join().isPresent()) {
            throw RegistryReading.unavailable();
        }
        count(notice.kind().word());
    }

    private void count(String kind) {
        calls(metrics.registry(), kind).increment();
    }

    private static Optional<Long> lease(String seconds) {
        return seconds.matches("\\d{1,12}")
                ? Optional.of(Math.clamp(Long.parseLong(seconds), LEAST_LEASE, MOST_LEASE))
                : Optional.empty();
    }

    private static String reason(String given) {
        String plain = given.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain;
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private String feed(Context context) {
        return callbacks.feed(context.pathParam("key"), context.pathParam("feed")).orElseThrow(HubRoute::unknown);
    }

    private static Problem.Refusal unknown() {
        return Problem.of(404, "no-such-subscription", "There is no such subscription",
                "Nothing of the kind was asked for").refusal();
    }
}
