package news.dateline.chassis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line in the log for each outcome that is not as it should be; no more than a few a minute under each, since a thousand alike tell
 * no more. How many were left out stands in the next line, and all of them are counted.
 */
public final class OutcomeLog {
    /** What a line may say at most of one thing. */
    private static final int LONGEST = 300;
    private static final int LINES = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Logger log;
    private final InstantSource clock;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    private record Minute(Instant from, long told, long untold) {}

    public OutcomeLog(InstantSource clock) {
        this(LoggerFactory.getLogger(OutcomeLog.class), clock);
    }

    OutcomeLog(Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Tells an outcome.
     *
     * @param keys in the words of the log's other lines; never what an article says
     */
    public void tell(String outcome, Map<String, ?> keys) {
        tell(outcome, keys, Optional.empty());
    }

    /** As {@link #tell(String, Map)}, with the stack trace of a defect. */
    public void tell(String outcome, Map<String, ?> keys, Optional<Throwable> defect) {
        Instant now = clock.instant();
        Minute minute = minutes.compute(outcome, (word, last) -> counted(last, now));
        if (minute.told() > LINES) {
            return;
        }
        LoggingEventBuilder line = log.atWarn();
        for (Map.Entry<String, ?> key : keys.entrySet()) {
            line = line.addKeyValue(key.getKey(), shortened(key.getValue()));
        }
        if (minute.told() == 1 && minute.untold() > 0) {
            line = line.addKeyValue("untold", minute.untold());
        }
        if (defect.isPresent()) {
            line = line.setCause(defect.get());
        }
        line.log(outcome);
    }

    private static Minute counted(Minute last, Instant now) {
        if (last == null || !now.isBefore(last.from().plus(MINUTE))) {
            return new Minute(now, 1, last == null ? 0 : Math.max(0, last.told() - LINES));
        }
        return new Minute(last.from(), last.told() + 1, last.untold());
    }

    private static Object shortened(Object value) {
        return value instanceof String text
                ? text.substring(0, Math.min(LONGEST, text.length())).replaceAll("\\p{Cntrl}", " ")
                : value;
    }
}
