package news.dateline.ingest.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** One at a time for each host, in the order in which they came. */
final class HostTurns {
    private final Map<String, Host> hosts = new HashMap<>();

    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private int wanted;
    }

    void take(String host) throws InterruptedException {
        Semaphore turn = wanted(host);
        boolean taken = false;
        try {
            turn.acquire();
            taken = true;
        } finally {
            if (!taken) {
                unwanted(host);
            }
        }
    }

    void give(String host) {
        unwanted(host).turn.release();
    }

    private synchronized Semaphore wanted(String name) {
        Host host = hosts.computeIfAbsent(name, none -> new Host());
        host.wanted++;
        return host.turn;
    }

    private synchronized Host unwanted(String name) {
        Host host = hosts.get(name);
        host.wanted--;
        if (host.wanted == 0) {
            hosts.remove(name);
        }
        return host;
    }
}
