package news.dateline.chassis;

/** How a service is: a value, not an exception. */
public sealed interface Health {
    Health UP = new Up();

    /** It does its work. */
    record Up() implements Health {}

    /** It is not working yet, or not now, and will go on by itself: what it waits for, in one line. */
    record Waiting(String what) implements Health {}

    /** It has stopped working and only a restart helps: why, in one line. */
    record Failed(String why) implements Health {}
}
