package news.dateline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.fetch.FetchFailed;
import news.dateline.ingest.fetch.Fetched;
import news.dateline.ingest.fetch.Visit;

/** One poll of a feed: asks whether it has changed, reads it, and tells what is new and how it is. No Kafka. */
final class FeedPoll {
    /** As many answers that nothing has changed are believed before the whole document is asked for. */
    static final int UNCHANGED_MOST = 9;

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, "
            + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=\"?(\\d{1,9})");

    private final Pace pace;
    private final Duration silentAfter;
    private final FeedReading reading;
    private final boolean subscribes;
    private final InstantSource clock;

    /**
     * Polls.
     *
     * @param subscribes whether hubs that feeds offer are asked for subscriptions
     */
    FeedPoll(Pace pace, Duration silentAfter, FeedReading reading, boolean subscribes, InstantSource clock) {
        this.pace = pace;
        this.silentAfter = silentAfter;
        this.reading = reading;
        this.subscribes = subscribes;
        this.clock = clock;
    }

    /**
     * Polls a feed during a visit to its host.
     *
     * @param told whether its hub told of news
     */
    Polled poll(Feed feed, Optional<FeedStatus> before, boolean told, URI url, Visit visit)
            throws InterruptedException {
        NextStatus next = begin(feed, before);
        next.told = told;
        List<RawArticle> articles = List.of();
        try {
            articles = ask(next, url, visit);
        } catch (FetchFailed | NoFeed e) {
            fail(next, e.getMessage(), Optional.empty());
        }
        next.requests = visit.requests();
        next.bytes = visit.bytes();
        return next.polled(articles);
    }

    /** A poll that did not come to a request. */
    Polled failed(Feed feed, Optional<FeedStatus> before, String why) {
        NextStatus next = begin(feed, before);
        fail(next, why, Optional.empty());
        return next.polled(List.of());
    }

    private NextStatus begin(Feed feed, Optional<FeedStatus> before) {
        return new NextStatus(feed, before, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private List<RawArticle> ask(NextStatus next, URI url, Visit visit)
            throws FetchFailed, NoFeed, InterruptedException {
        boolean conditional = next.lies == 0 && next.unchanged < UNCHANGED_MOST
                && (next.etag.isPresent() || next.lastModified.isPresent());
        Fetched answer = visit.fetch(url, conditional ? validators(next) : Map.of("Accept", ACCEPT));
        next.httpStatus = Optional.of(answer.status());
        next.hub = HubOffer.of(answer).or(() -> next.hub);
        if (answer.status() == 200) {
            return whole(next, url, visit, answer, conditional);
        }
        if (answer.status() == 304 && conditional) {
            next.unchanged++;
            succeed(next, answer, 0, false);
        } else if (answer.status() == 410) {
            next.state = FeedHealth.GONE;
            next.error = answer.inWords();
            next.failures++;
            next.next = Optional.of(pace.afterGone());
        } else {
            fail(next, answer.inWords(), answer.retryAfter(clock.instant()));
        }
        return List.of();
    }

    private List<RawArticle> whole(NextStatus next, URI url, Visit visit, Fetched answer, boolean conditional)
            throws NoFeed, InterruptedException {
        Optional<String> hash = Optional.of(SeenItems.digest(answer.body()));
        List<RawArticle> fresh = List.of();
        if (!hash.equals(next.bodyHash)) {
            fresh = read(next, answer);
            if (!conditional && next.unchanged > 0 && !fresh.isEmpty() && lied(next, url, visit, answer)) {
                next.lies++;
            }
        }
        if (answer.movedTo().isPresent()) {
            // What is new there is published by whoever polls it there.
            next.state = FeedHealth.MOVED;
            next.movedTo = answer.movedTo().map(URI::toString);
            next.failures = 0;
            next.successAt = Optional.of(next.at);
            next.subscription = Optional.empty();
            return List.of();
        }
        boolean first = next.successAt.isEmpty();
        next.unchanged = 0;
        next.etag = answer.header("etag").filter(tag -> tag.length() <= 1_000);
        next.lastModified = answer.header("last-modified").filter(date -> date.length() <= 100);
        next.bodyHash = hash;
        if (!fresh.isEmpty()) {
            next.newItemAt = Optional.of(first ? newest(fresh, next.at) : next.at);
        }
        succeed(next, answer, fresh.size(), first);
        return next.feed.pages() ? ItemPages.with(fresh, visit) : fresh;
    }

    /** The articles that are new or changed. */
    private List<RawArticle> read(NextStatus next, Fetched answer) throws NoFeed, InterruptedException {
        Set<String> seen = SeenItems.of(next.seenItems);
        List<String> digests = new ArrayList<>();
        List<RawArticle> fresh = new ArrayList<>();
        FeedReading.Read document = reading.read(next.feed, answer, next.at);
        next.hub = document.hub();
        for (RawArticle article : document.articles()) {
            String digest = SeenItems.digest(article);
            digests.add(digest);
            if (seen.add(digest)) {
                fresh.add(article);
            }
        }
        next.items = digests.size();
        next.seenItems = SeenItems.after(next.seenItems, digests);
        return fresh;
    }

    /**
     * Whether the answers that nothing had changed were wrong: the validators are still the old ones, or the server still
     * says so of the old ones.
     */
    private static boolean lied(NextStatus next, URI url, Visit visit, Fetched answer) throws InterruptedException {
        boolean same = next.etag.isPresent()
                ? next.etag.equals(answer.header("etag"))
                : next.lastModified.equals(answer.header("last-modified"));
        try {
            return same || visit.fetch(url, validators(next)).status() == 304;
        } catch (FetchFailed e) {
            // Not asked again, it stays unproven.
            return false;
        }
    }

    private static Map<String, String> validators(NextStatus next) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", ACCEPT));
        next.etag.ifPresent(tag -> headers.put("If-None-Match", tag));
        next.lastModified.ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    private void succeed(NextStatus next, Fetched answer, long newItems, boolean first) {
        next.failures = 0;
        next.successAt = Optional.of(next.at);
        boolean silent = next.newItemAt.map(last -> last.plus(silentAfter).isBefore(next.at)).orElse(true);
        next.state = next.lies > 0 ? FeedHealth.LYING : silent ? FeedHealth.SILENT : FeedHealth.HEALTHY;
        next.interval = pace.interval(next.feed, first ? Optional.empty() : next.before, newItems, next.items);
        next.subscription = subscribes ? subscription(next, newItems) : Optional.empty();
        next.next = Optional.of(untilNext(next, newItems, pace.afterSuccess(next.interval, first, keptFresh(answer))));
    }

    /** Asked for where a hub is offered, and before its lease ends; given up where none is offered any more. */
    private Optional<FeedSubscription> subscription(NextStatus next, long newItems) {
        Optional<FeedSubscription> offered = next.hub.map(offer -> next.subscription.filter(offer::isOf)
                .orElseGet(() -> FeedSubscription.at(offer.hub(), offer.topic(), next.at)));
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        FeedSubscription now = isMissed(next, newItems) ? offered.get().missedNews() : offered.get();
        next.asksHub = !next.at.isBefore(now.nextRequestAt());
        return Optional.of(next.asksHub ? now.asked(next.at.plus(pace.afterRequest(now.requests()))) : now);
    }

    /** Whether what is new came after the last poll, at which there was a subscription already, and the hub told nothing. */
    private static boolean isMissed(NextStatus next, long newItems) {
        return newItems > 0 && !next.told && next.subscription
                .filter(one -> one.isActive(next.at) && next.before.isPresent()
                        && one.heardAt().filter(heard -> heard.isBefore(next.before.get().lastPollAt())).isPresent())
                .isPresent();
    }

    private Duration untilNext(NextStatus next, long newItems, Duration usual) {
        Optional<FeedSubscription> active = next.subscription.filter(one -> one.isActive(next.at));
        if (active.isEmpty()) {
            return usual;
        }
        Duration soon = pace.soon(next.feed);
        Duration wait = !active.get().isTrusted(next.at)
                ? usual
                : next.told && newItems == 0 ? soon : pace.rarely(next.feed);
        Duration renewal = Duration.between(next.at, active.get().nextRequestAt());
        return renewal.compareTo(wait) < 0 ? (renewal.compareTo(soon) < 0 ? soon : renewal) : wait;
    }

    private void fail(NextStatus next, String why, Optional<Duration> retryAfter) {
        next.state = FeedHealth.FAILING;
        next.error = why;
        next.failures++;
        next.next = Optional.of(pace.afterFailure(next.feed, next.before, next.failures, retryAfter));
    }

    /** Asked sooner, a cache on the way would give the same answer. */
    private static Optional<Duration> keptFresh(Fetched answer) {
        return answer.header("cache-control").map(MAX_AGE::matcher).filter(Matcher::find)
                .map(age -> Duration.ofSeconds(Long.parseLong(age.group(1))));
    }

    private static Instant newest(List<RawArticle> articles, Instant at) {
        return articles.stream().flatMap(article -> article.publishedAt().or(article::updatedAt).stream())
                .filter(time -> time.isBefore(at)).max(Instant::compareTo).orElse(at);
    }
}
