package news.dateline.dashboard.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One step's progress over time, and what it says of its state. One thread at a time.
 *
 * <p>Lag in records tells little: a thousand are a second's work or an outage. So a step is judged by time: how long the oldest
 * record has waited, and how long nothing has moved.
 */
final class StepPulse {
    private static final Duration STILL = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Duration FAR = Duration.ofMinutes(1);
    private static final Duration TREND = Duration.ofSeconds(30);

    private long done = -1;
    private Instant movedAt = Instant.EPOCH;
    private Instant comparedAt = Instant.EPOCH;
    private Duration behindThen = Duration.ZERO;
    private boolean growing;

    /** A state and why it is so, in words; the words are empty where all is well. */
    record Verdict(StepState state, String why) {}

    /**
     * Judges a step.
     *
     * @param doneNow records that it has dealt with
     * @param behind  how long the oldest record has waited; zero where none waits
     * @param members instances in its group, where that is known
     */
    Verdict judge(Instant now, long doneNow, long lag, Duration behind, Optional<Integer> members) {
        if (doneNow != done || lag == 0) {
            done = doneNow;
            movedAt = now;
        }
        if (Duration.between(comparedAt, now).compareTo(TREND) >= 0) {
            growing = behind.compareTo(behindThen) > 0;
            comparedAt = now;
            behindThen = behind;
        }
        Duration still = Duration.between(movedAt, now);
        boolean nobody = members.filter(count -> count == 0).isPresent();
        if (lag > 0 && nobody && behind.compareTo(Duration.ofSeconds(3)) >= 0) {
            return new Verdict(StepState.SICK, "has no reader");
        }
        if (lag > 0 && still.compareTo(STILL) >= 0) {
            return new Verdict(StepState.SICK, "stands still");
        }
        if (behind.compareTo(FAR) >= 0 && growing) {
            return new Verdict(StepState.SICK, "falls behind");
        }
        if (nobody) {
            return new Verdict(StepState.LATE, "has no reader");
        }
        return behind.compareTo(LATE) >= 0
                ? new Verdict(StepState.LATE, "catches up")
                : new Verdict(StepState.WELL, "");
    }
}
