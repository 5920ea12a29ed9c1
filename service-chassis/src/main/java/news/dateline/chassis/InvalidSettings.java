package news.dateline.chassis;

import java.util.List;

/** Settings with which a service can't start; the message has a line for each problem. */
public final class InvalidSettings extends RuntimeException {
    /** One line for each problem: variable, value and rule. */
    public InvalidSettings(List<String> problems) {
        super(String.join("\n", problems));
    }
}
