package news.dateline.cli;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;

/** Where reading of a topic begins. */
sealed interface Beginning {
    /** With the oldest record that is kept. */
    record Earliest() implements Beginning {}

    /** With what comes from now on. */
    record Latest() implements Beginning {}

    /** With the first record written at a time or after it. */
    record Since(Instant time) implements Beginning {}

    /** Reads {@code earliest}, {@code latest} or a time. */
    final class Words implements ITypeConverter<Beginning> {
        @Override
        public Beginning convert(String text) {
            return switch (text) {
                case "earliest" -> new Earliest();
                case "latest" -> new Latest();
                default -> new Since(Times.parse(text, Instant.now()));
            };
        }
    }
}
