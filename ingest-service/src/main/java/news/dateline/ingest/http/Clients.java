package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.dateline.chassis.Problem;

/**
 * Who pushes, by token or else by address, and how much each may: a bounded table, from which whoever was not seen for
 * longest falls out first.
 */
final class Clients {
    private static final int MOST = 10_000;
    private static final long SLOW_FOR = TimeUnit.SECONDS.toNanos(10);
    private static final long WAIT_MOST = TimeUnit.SECONDS.toNanos(1);

    private final ClientLimits limits;
    private final LinkedHashMap<String, Client> known = new LinkedHashMap<>(16, 0.75f, true);

    Clients(ClientLimits limits) {
        this.limits = limits;
    }

    /** By the token that it came with, empty where none is asked for. */
    Client of(String token, Context context) {
        String name = token.isEmpty() ? "address " + network(context.ip()) : "token " + token;
        synchronized (known) {
            Client client = known.computeIfAbsent(name, Client::new);
            if (known.size() > MOST) {
                known.remove(known.firstEntry().getKey());
            }
            return client;
        }
    }

    /** One host has as many addresses of version 6 as it likes, all in one network of 64 bits. */
    private static String network(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address host
                    ? HexFormat.of().formatHex(host.getAddress(), 0, 8)
                    : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address in figures is never looked up", e);
        }
    }

    /** One that pushes. */
    final class Client {
        private final String name;
        private final Allowance requests = new Allowance(limits.requests(), System.nanoTime());
        private final Allowance bytes = new Allowance(limits.bytes(), System.nanoTime());
        private volatile long slowAt = System.nanoTime() - SLOW_FOR;
        private int underWay;

        private Client(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /** Why its next push is one too many, now or in this second; empty where it has entered. */
        synchronized Optional<Problem> enter() {
            long now = System.nanoTime();
            long owed = requests.owed(now);
            if (underWay >= limits.pushes() || owed > 0) {
                return Optional.of(PushProblems.tooMany(limits, owed > 0));
            }
            requests.spend(1, now);
            underWay++;
            return Optional.empty();
        }

        synchronized void leave() {
            underWay--;
        }

        /** A push of it had to make room for others, being slow or endless: for a while none of its pushes waits for room. */
        void slow() {
            slowAt = System.nanoTime();
        }

        boolean wasSlow() {
            return System.nanoTime() - slowAt < SLOW_FOR;
        }

        /** Holds up whoever sends more bytes than it may. */
        void took(int count) throws InterruptedException {
            long now = System.nanoTime();
            bytes.spend(count, now);
            long owed = bytes.owed(now);
            if (owed > 0) {
                TimeUnit.NANOSECONDS.sleep(Math.min(owed, WAIT_MOST));
            }
        }
    }
}
