package news.dateline.dashboard.flow;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a step is, for an operator's eye. */
public enum StepState {
    /** It keeps up. */
    WELL("well"),
    /** It is behind and works, or nobody would read if something came: look when there is time. */
    LATE("late"),
    /** Articles wait and nothing moves, or they wait ever longer: look now. */
    SICK("sick");

    private final String word;

    StepState(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }
}
