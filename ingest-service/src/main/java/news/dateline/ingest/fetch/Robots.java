package news.dateline.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.registry.WebAddress;

/**
 * What hosts say in robots.txt, by RFC 9309: what can't be had for the host's own reasons forbids nothing, what can't be
 * had for now forbids everything.
 */
final class Robots {
    static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_RULES = 200_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_AWAY = Duration.ofMinutes(10);

    private final WebClient client;
    private final InstantSource clock;
    private final List<String> names;

    /** By scheme and authority, the one that was fetched longest ago first. */
    private final Map<String, Known> known = new LinkedHashMap<>();
    private int rules;

    /**
     * What is known of a host.
     *
     * @param away why nothing of it is asked for now
     */
    private record Known(SimpleRobotRules rules, Optional<String> away, Instant until) {
        int weight() {
            return 1 + rules.getRobotRules().size();
        }
    }

    Robots(WebClient client, String agent, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        names = List.of(agent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** Throws where the URL must not be fetched; may fetch robots.txt of its host, which is the caller's turn. */
    void check(URI url, Cost cost) throws FetchFailed {
        String site = url.getScheme() + "://" + url.getRawAuthority();
        Optional<Known> fresh = fresh(site);
        Known answer = fresh.isPresent() ? fresh.get() : keep(site, fetch(site, cost));
        if (answer.away().isPresent()) {
            throw new FetchFailed(answer.away().get());
        }
        if (!answer.rules().isAllowed(url.toString())) {
            throw new FetchFailed("is not asked: its host's robots.txt forbids it");
        }
    }

    private synchronized Optional<Known> fresh(String site) {
        return Optional.ofNullable(known.get(site)).filter(one -> clock.instant().isBefore(one.until()));
    }

    private synchronized Known keep(String site, Known answer) {
        Optional.ofNullable(known.remove(site)).ifPresent(old -> rules -= old.weight());
        known.put(site, answer);
        rules += answer.weight();
        var eldest = known.values().iterator();
        while (rules > MOST_RULES && known.size() > 1) {
            rules -= eldest.next().weight();
            eldest.remove();
        }
        return answer;
    }

    private Known fetch(String site, Cost cost) {
        URI url = URI.create(site + "/robots.txt");
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                Fetched answer = client.get(url, Map.of("Accept", "text/plain, */*;q=0.1"), MOST_BYTES, cost);
                Optional<URI> next = Fetcher.isRedirect(answer.status())
                        ? answer.header("location").flatMap(location -> WebAddress.redirected(answer.url(), location))
                        : Optional.empty();
                if (next.isEmpty()) {
                    return read(url, answer);
                }
                url = next.get();
            }
            return nothingForbidden();
        } catch (FetchFailed e) {
            return away(e.getMessage(), Optional.empty());
        }
    }

    private Known read(URI url, Fetched answer) {
        if (answer.status() == 200) {
            return new Known(rules(url, answer.body(), names), Optional.empty(), clock.instant().plus(KEPT));
        }
        return answer.status() >= 500 || answer.status() == 429
                ? away("is not asked: its host's robots.txt " + answer.inWords(), answer.retryAfter(clock.instant()))
                : nothingForbidden();
    }

    static SimpleRobotRules rules(URI url, byte[] body, List<String> names) {
        return new SimpleRobotRulesParser().parseContent(url.toString(), body, "text/plain", names);
    }

    private Known nothingForbidden() {
        return new Known(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), Optional.empty(),
                clock.instant().plus(KEPT));
    }

    private Known away(String why, Optional<Duration> asked) {
        Duration kept = asked.filter(time -> time.compareTo(KEPT_AWAY) > 0).orElse(KEPT_AWAY);
        return new Known(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE), Optional.of(why),
                clock.instant().plus(kept.compareTo(KEPT) > 0 ? KEPT : kept));
    }

    /** How long a host asks to be left alone between two requests. */
    synchronized Duration between(URI url) {
        long millis = Optional.ofNullable(known.get(url.getScheme() + "://" + url.getRawAuthority()))
                .map(one -> one.rules().getCrawlDelay()).orElse(0L);
        return millis == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
