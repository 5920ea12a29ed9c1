package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.registry.FeedTopics;
import picocli.CommandLine.Help.Ansi;

/** How a feed is listed. */
final class FeedLines {
    private FeedLines() {
    }

    /** A line, and one more where something went wrong. */
    static String text(FeedTopics.Entry entry, Instant now) {
        String title = entry.feed().map(feed -> feed.title().isEmpty() ? "" : "  " + Console.plain(feed.title()))
                .orElse("");
        String line = state(entry) + "  @|bold " + Console.plain(entry.url()) + "|@" + title
                + entry.status().map(status -> told(status, now)).orElse("  @|faint not polled yet|@");
        return Ansi.AUTO.string(line + entry.status().filter(status -> !status.error().isEmpty())
                .map(status -> "\n          @|faint " + Console.plain(status.error()) + "|@").orElse(""));
    }

    private static String state(FeedTopics.Entry entry) {
        boolean paused = entry.feed().filter(feed -> feed.state() == FeedState.PAUSED).isPresent();
        String word = paused ? "paused" : entry.status().map(status -> status.state().word()).orElse("new");
        String colour = entry.isSick() ? "red" : word.equals(FeedHealth.HEALTHY.word()) ? "green" : "faint";
        return "@|" + colour + " " + String.format("%-8s", word) + "|@";
    }

    private static String told(FeedStatus status, Instant now) {
        return "  @|faint " + status.published() + " articles, polled " + ago(status.lastPollAt(), now) + " ago"
                + status.lastNewItemAt().map(at -> ", new " + ago(at, now) + " ago").orElse("")
                + status.nextPollAt().map(at -> ", next in " + ago(now, at)).orElse("")
                + status.subscription().filter(one -> one.isActive(now))
                        .map(one -> ", its hub tells of news" + (one.missed() > 0 ? ", not of all" : "")).orElse("")
                + status.movedTo().map(to -> ", moved to " + Console.plain(to)).orElse("") + "|@";
    }

    private static String ago(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        if (time.isNegative()) {
            return "0 s";
        }
        return time.toDays() > 1
                ? time.toDays() + " days"
                : time.toHours() > 1
                        ? time.toHours() + " h"
                        : time.toMinutes() > 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
