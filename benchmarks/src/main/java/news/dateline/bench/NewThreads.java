package news.dateline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The threads of this process that were started since, and their processor time. */
final class NewThreads {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<Long> before = LongStream.of(threads.getAllThreadIds()).boxed().collect(Collectors.toSet());

    /** What those that live have used. */
    long cpuNanos() {
        return LongStream.of(threads.getAllThreadIds()).filter(id -> !before.contains(id))
                .map(threads::getThreadCpuTime).filter(nanos -> nanos > 0).sum();
    }
}
