package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The dashboard's view as lines of text, {@code @|bold …|@} marking style. */
final class PipelineText {
    private static final int NAMES = 8;

    private PipelineText() {
    }

    static List<String> of(JsonNode view, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("@|bold step        state      records/s        lag   oldest  readers|@");
        view.path("steps").forEach(step -> lines.add(step(step)));
        JsonNode news = view.path("news");
        lines.add("");
        lines.add("@|bold newest article|@  raw " + age(view.path("received"), now) + ", enriched "
                + age(news.path("enriched"), now) + ", stored " + age(news.path("stored"), now));
        lines.add("@|bold half, 99 %|@      received → enriched " + times(news.path("toEnriched"))
                + ", received → stored " + times(news.path("toStored")));
        lines.add("@|bold articles|@        " + news.path("hour").asLong() + " in an hour, " + news.path("day").asLong()
                + " in a day" + reading(view.path("reading").path("day").asDouble(1)));
        lines.add("@|bold sections|@        " + names(news.path("sections")));
        lines.add("@|bold languages|@       " + names(news.path("languages")));
        lines.add("@|bold tags|@            " + names(news.path("tags")));
        lines.add("@|bold rejected|@        " + rejected(view.path("rejected")));
        lines.add("@|bold feeds|@           " + feeds(view.path("feeds")));
        lines.add("@|bold rules|@           " + view.path("rules").asLong() + " in force");
        lines.add("");
        lines.add("@|bold topic                               end offset|@");
        view.path("topics").forEach(topic -> lines.add("%-32s %13d".formatted(topic.path("topic").asString(),
                topic.path("written").asLong())));
        return lines;
    }

    private static String step(JsonNode step) {
        String state = step.path("state").asString("");
        String why = step.path("why").asString("");
        String colour = switch (state) {
            case "well" -> "green";
            case "late" -> "yellow";
            default -> "red";
        };
        double behind = step.path("behindSeconds").asDouble();
        return "%-7s @|%s %-14s|@ %9.1f %10d %8s %8s".formatted(step.path("service").asString(), colour,
                why.isEmpty() ? state : why, step.path("perSecond").asDouble(), step.path("lag").asLong(),
                behind < 1 ? "" : span(behind),
                step.has("instances") ? step.path("instances").asString() : "");
    }

    private static String reading(double day) {
        return day >= 1 ? "" : " (reading the last day: " + (int) (day * 100) + " %)";
    }

    private static String age(JsonNode time, Instant now) {
        return time.isMissingNode()
                ? "none"
                : span(Math.max(0, Duration.between(Instant.parse(time.asString()), now).toMillis() / 1000.0)) + " ago";
    }

    private static String times(JsonNode of) {
        return of.isMissingNode() ? "–" : span(of.path("p50").asDouble()) + ", " + span(of.path("p99").asDouble());
    }

    private static String names(JsonNode counts) {
        return counts.isEmpty()
                ? "none"
                : counts.valueStream().limit(NAMES).map(count -> Console.plain(count.path("name").asString()) + " "
                        + count.path("hour").asLong()).collect(Collectors.joining(", "));
    }

    private static String rejected(JsonNode rejected) {
        return rejected.path("open").asLong() + " open" + rejected.path("kinds").valueStream()
                .map(kind -> ", "
                        + Console.plain(kind.path("service").asString() + " " + kind.path("reason").asString())
                        + " " + kind.path("open").asLong())
                .collect(Collectors.joining());
    }

    private static String feeds(JsonNode feeds) {
        return feeds.path("count").asLong() + feeds.path("states").propertyStream()
                .map(state -> ", " + state.getKey() + " " + state.getValue().asLong()).collect(Collectors.joining());
    }

    private static String span(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 60) {
            return (int) seconds + " s";
        }
        return seconds < 3600 ? (int) (seconds / 60) + " min" : (int) (seconds / 3600) + " h";
    }
}
