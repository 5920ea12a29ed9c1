package news.dateline.chassis;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a service's table of settings; the documentation is made from these rows.
 *
 * @param variable the environment variable
 * @param standard the default, as one would write it; empty where the setting must be given or may be left out
 * @param meaning  one line, units included
 * @param rule     what a valid value is, as it reads after "must be"
 * @param reader   the value, or empty where the text breaks the rule; where there is more to say, an {@link IllegalArgumentException}
 * @param secret   whether the text may hold a secret, so that no problem quotes it
 */
public record Setting<T>(String variable, String standard, String meaning, String rule,
        Function<String, Optional<T>> reader, boolean secret) {

    /** A setting that may be quoted. */
    public Setting(String variable, String standard, String meaning, String rule,
            Function<String, Optional<T>> reader) {
        this(variable, standard, meaning, rule, reader, false);
    }

    /** The same, never quoted. */
    public Setting<T> asSecret() {
        return new Setting<>(variable, standard, meaning, rule, reader, true);
    }

    /** Any text that is not blank. */
    public static Setting<String> text(String variable, String standard, String meaning) {
        return new Setting<>(variable, standard, meaning, "text that is not blank",
                text -> text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    /** Any text; empty when it is not given. */
    public static Setting<Optional<String>> optional(String variable, String meaning) {
        return new Setting<>(variable, "", meaning, "text",
                text -> Optional.of(text.isBlank() ? Optional.empty() : Optional.of(text)));
    }

    /** A whole number within bounds, both included. */
    public static Setting<Integer> number(String variable, int standard, int least, int most, String meaning) {
        return new Setting<>(variable, Integer.toString(standard), meaning,
                "a whole number from " + least + " to " + most, text -> number(text, least, most));
    }

    /** A TCP port; 0 takes any that is free. */
    public static Setting<Integer> port(String variable, int standard, String meaning) {
        return number(variable, standard, 0, 65_535, meaning);
    }

    /** A duration above zero in ISO 8601's form, such as {@code PT0.5S}. */
    public static Setting<Duration> duration(String variable, Duration standard, String meaning) {
        return new Setting<>(variable, standard.toString(), meaning, "an ISO 8601 duration above zero such as PT2S",
                Setting::duration);
    }

    private static Optional<Integer> number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            Duration duration = Duration.parse(text.strip());
            return duration.isPositive() ? Optional.of(duration) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
