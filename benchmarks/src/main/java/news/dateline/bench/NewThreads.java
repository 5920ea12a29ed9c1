package news.dateline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The threads of this process that were started since, and their processor time. */
final class NewThreads {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<Long> before = LongStream.of(threads.getAllThreadIds()).boxed().collect(Collectors.toSet());
    private final Map<Long, Long> used = new HashMap<>();

    /** What they have used; of one that has ended, what it had when this was last asked. */
    long cpuNanos() {
        LongStream.of(threads.getAllThreadIds()).filter(id -> !before.contains(id))
                .forEach(id -> used.merge(id, Math.max(0, threads.getThreadCpuTime(id)), Math::max));
        return used.values().stream().mapToLong(Long::longValue).sum();
    }
}
