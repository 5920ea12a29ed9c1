package news.dateline.ingest.poll;

import java.time.Duration;
import java.util.Optional;
import news.dateline.ingest.fetch.NamedHosts;
import news.dateline.ingest.hub.HubCallbacks;

/**
 * How feeds are polled.
 *
 * @param least       between two polls of a feed whose own bounds say nothing else
 * @param most        the same
 * @param silentAfter without a new item for as long, a feed counts as silent
 * @param atATime     how many polls go on at the same time
 * @param mostBytes   of one document
 * @param mostTime    for one request
 * @param hosts       that may be fetched from wherever they are
 * @param agent       the {@code user-agent}
 * @param callbacks   where hubs are to call; absent, none is asked
 */
public record PollSettings(Duration least, Duration most, Duration silentAfter, int atATime, int mostBytes,
        Duration mostTime, NamedHosts hosts, String agent, Optional<HubCallbacks> callbacks) {}
