package news.dateline.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room for a bounded number of pushes. Where it is full, the one whose body comes slowest makes room for the next, so
 * that bodies which never end keep nobody out for long.
 */
final class PushRoom {
    private static final Duration YOUNG = Duration.ofMillis(250);
    private static final Duration WAIT_MOST = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 50;
    /** A slower body than this many bytes a second makes room; a modem is as fast. */
    private static final double SLOW = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(PushRoom.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Set<Place> taken = new HashSet<>();
    private final int places;

    PushRoom(int places) {
        this.places = places;
    }

    /**
     * A place, in the order of arrival and if need be a slow one's, for which it waits a while; empty where all are busy with
     * work. Whose push had to make room lately does not wait.
     */
    Optional<Place> enter(Clients.Client client) throws InterruptedException {
        Object turn = new Object();
        long end = System.nanoTime() + WAIT_MOST.toNanos();
        lock.lockInterruptibly();
        try {
            waiting.addLast(turn);
            while (taken.size() >= places || !waiting.getFirst().equals(turn)) {
                if (client.wasSlow() || System.nanoTime() - end > 0) {
                    return Optional.empty();
                }
                slowestMakesRoom();
                changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            Place place = new Place(client);
            taken.add(place);
            return Optional.of(place);
        } finally {
            waiting.remove(turn);
            changed.signalAll();
            lock.unlock();
        }
    }

    private void leave(Place place) {
        lock.lock();
        try {
            taken.remove(place);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void slowestMakesRoom() {
        long now = System.nanoTime();
        taken.stream().filter(place -> place.isSlow(now)).min(Comparator.comparingDouble(place -> place.pace(now)))
                .ifPresent(Place::makeRoom);
    }

    /** The body was too slow, while another push waited for its place. */
    static final class TooSlow extends IOException {
        private TooSlow() {
            super("the body came too slowly");
        }
    }

    /** The place of one push, from its first byte until Kafka has answered. */
    final class Place implements AutoCloseable {
        private final Clients.Client client;
        private final Thread thread = Thread.currentThread();
        private final long entered = System.nanoTime();
        private final AtomicLong bytes = new AtomicLong();
        private boolean reading;
        private boolean unwanted;
        private boolean yielded;

        private Place(Clients.Client client) {
            this.client = client;
        }

        /** A body that is read in this place. */
        InputStream body(InputStream body) {
            return new Body(body);
        }

        /** What is still read of the body is for its sender's sake only. */
        synchronized void unwanted() {
            unwanted = true;
            client.slow();
        }

        private double pace(long now) {
            return bytes.get() / (double) (now - entered);
        }

        private synchronized boolean isSlow(long now) {
            return reading && !yielded
                    && (unwanted || (now - entered > YOUNG.toNanos() && pace(now) * 1e9 < SLOW));
        }

        private synchronized void makeRoom() {
            if (reading && !yielded) {
                yielded = true;
                client.slow();
                thread.interrupt();
            }
        }

        private synchronized void begin() throws TooSlow {
            if (yielded) {
                throw new TooSlow();
            }
            reading = true;
        }

        private synchronized boolean end() {
            reading = false;
            if (yielded && Thread.interrupted()) {
                LOG.atDebug().log("a slow push makes room");
            }
            return yielded;
        }

        @Override
        public void close() {
            leave(this);
        }

        private final class Body extends FilterInputStream {
            Body(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                begin();
                int read = -1;
                try {
                    read = super.read(into, from, length);
                    bytes.addAndGet(Math.max(0, read));
                    client.took(Math.max(0, read));
                } catch (IOException | InterruptedException e) {
                    if (end()) {
                        throw new TooSlow();
                    }
                    throw e instanceof IOException failure ? failure : new IOException(e);
                } finally {
                    end();
                }
                return read;
            }
        }
    }
}
