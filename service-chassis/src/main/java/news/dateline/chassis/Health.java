package news.dateline.chassis;

import java.util.List;
import java.util.stream.Stream;

/** How a service is: a value, not an exception. */
public sealed interface Health {
    Health UP = new Up();

    /** It does its work. */
    record Up() implements Health {}

    /** It is not working yet, or not now, and will go on by itself: what it waits for, in one line. */
    record Waiting(String what) implements Health {}

    /** It has stopped working and only a restart helps: why, in one line. */
    record Failed(String why) implements Health {}

    /** How a service is by its parts: as the first that has failed, or else as the first that waits. */
    static Health of(Health... parts) {
        List<Health> all = List.of(parts);
        return Stream
                .concat(all.stream().filter(Failed.class::isInstance), all.stream().filter(Waiting.class::isInstance))
                .findFirst().orElse(UP);
    }
}
