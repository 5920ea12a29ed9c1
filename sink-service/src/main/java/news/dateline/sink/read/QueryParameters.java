package news.dateline.sink.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import news.dateline.chassis.Problem;

/** Reads the parameters of a query; one that is unknown, empty or breaks its rule is refused, by name. */
final class QueryParameters {
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_VALUES = 20;
    private static final List<String> KNOWN = List.of("q", "section", "tag", "language", "source", "from", "to",
            "duplicates", "limit", "cursor");
    private static final String TIME = "a date such as 2026-03-01 or a time such as 2026-03-01T12:00:00Z, "
            + "of the years 1 to 9999";

    private final Map<String, List<String>> parameters;

    private QueryParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static ArticleQuery read(Map<String, List<String>> parameters) {
        refuseUnknown(parameters, KNOWN);
        return new QueryParameters(parameters).query();
    }

    /** A misspelt filter that is ignored would list everything. */
    static void refuseUnknown(Map<String, List<String>> parameters, List<String> known) {
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!known.contains(name)) {
                throw refusal(name, known.isEmpty()
                        ? "there are no parameters here"
                        : "it is no parameter; known are " + String.join(", ", known));
            }
        }
    }

    private ArticleQuery query() {
        Optional<Instant> from = one("from", TIME, QueryParameters::time);
        Optional<Instant> to = one("to", TIME, QueryParameters::time);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw refusal("to", "it must be later than from");
        }
        return new ArticleQuery(one("q", "text", Optional::of), all("section"), all("tag"),
                one("language", "a language code such as en", QueryParameters::language),
                one("source", "text", Optional::of), from, to,
                one("duplicates", "include or exclude", QueryParameters::duplicates).orElse(true),
                one("limit", "a whole number from 1 to " + ArticleQuery.MOST, QueryParameters::limit)
                        .orElse(ArticleQuery.STANDARD_LIMIT),
                one("cursor", "the \"next\" of an earlier answer", Cursor::parse));
    }

    private <T> Optional<T> one(String name, String rule, Function<String, Optional<T>> reader) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw refusal(name, "it may be given once");
        }
        return values.stream().findFirst().map(text -> reader.apply(text)
                .orElseThrow(() -> refusal(name, "it must be " + rule)));
    }

    private List<String> all(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > MOST_VALUES) {
            throw refusal(name, "it may be given " + MOST_VALUES + " times");
        }
        for (String value : values) {
            if (value.isBlank()) {
                throw refusal(name, "it must not be empty");
            }
            if (value.length() > MOST_CHARACTERS) {
                throw refusal(name, "it must have at most " + MOST_CHARACTERS + " characters");
            }
            if (value.indexOf('\0') >= 0) {
                throw refusal(name, "it must not hold the character U+0000");
            }
        }
        return values;
    }

    private static Optional<Instant> time(String text) {
        try {
            OffsetDateTime time = text.length() == "2026-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            return time.getYear() >= 1 && time.getYear() <= 9999 ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> language(String text) {
        return text.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*") ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Boolean> duplicates(String text) {
        return switch (text) {
            case "include" -> Optional.of(true);
            case "exclude" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,4}")).map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= ArticleQuery.MOST);
    }

    private static Problem.Refusal refusal(String name, String rule) {
        return new Problem(400, "invalid-parameter", "A parameter breaks a rule", name + ": " + rule,
                Optional.of(name), Optional.empty()).refusal();
    }
}
