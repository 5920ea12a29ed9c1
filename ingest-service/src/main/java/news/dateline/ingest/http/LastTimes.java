package news.dateline.ingest.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When each of some things was done last, of the last ten thousand. */
final class LastTimes {
    private static final int MOST = 10_000;

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** Whether it was done within this time. */
    synchronized boolean isWithin(String what, Duration time) {
        Long last = nanos.get(what);
        return last != null && System.nanoTime() - last < time.toNanos();
    }

    /** It was done at this time. */
    synchronized void put(String what, long at) {
        nanos.remove(what);
        nanos.put(what, at);
        if (nanos.size() > MOST) {
            nanos.remove(nanos.keySet().iterator().next());
        }
    }
}
