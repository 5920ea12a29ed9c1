package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import news.dateline.ingest.KafkaStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ninety-nine clients, each from an address of its own, that are up to no good; and one that has news. */
class HostilePushTest {
    private static final int PLACES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaStandIn kafka = new KafkaStandIn(true, 64 * 1024);
    private final Door door = new Door(kafka, PLACES);
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Thread> hostile = new ArrayList<>();
    private final AtomicInteger knocking = new AtomicInteger();

    private interface Attack {
        void on(OutputStream out) throws IOException, InterruptedException;
    }

    @AfterEach
    void close() throws InterruptedException {
        over.countDown();
        for (Thread thread : hostile) {
            thread.join(PATIENCE);
        }
        door.close();
    }

    /** Again and again, as the connection ends, until the test is over. */
    private void attack(Attack attack) {
        int number = hostile.size() + 1;
        hostile.add(Thread.startVirtualThread(() -> {
            knocking.incrementAndGet();
            while (over.getCount() > 0) {
                try (Socket socket = new Socket()) {
                    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 1, (byte) number}),
                            0));
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
                    attack.on(socket.getOutputStream());
                    InputStream answer = socket.getInputStream();
                    socket.setSoTimeout(100);
                    answer.readNBytes(1_000);
                } catch (IOException e) {
                    // Thrown out, as it should be: it comes again.
                    pause(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
    }

    private boolean pause(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void head(OutputStream out, String type, String more) throws IOException {
        out.write(("POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\n" + more + "\r\n")
                .getBytes(ISO_8859_1));
        out.flush();
    }

    /** A byte now and then of a body that is said to be long. */
    private void trickle(OutputStream out, String type) throws IOException {
        head(out, type, "Content-Length: 60000\r\n");
        for (int sent = 0; sent < 60_000 && !pause(50); sent++) {
            out.write('{');
            out.flush();
        }
    }

    private void endless(OutputStream out, String type) throws IOException {
        head(out, type, "Transfer-Encoding: chunked\r\n");
        byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(ISO_8859_1);
        while (!pause(1)) {
            out.write(chunk);
        }
    }

    private static void whole(OutputStream out, String type, String more, byte[] body) throws IOException {
        head(out, type, more + "Content-Length: " + body.length + "\r\n");
        out.write(body);
        out.flush();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] lines = "\n".repeat(1024 * 1024).getBytes(UTF_8);
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                out.write(lines);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void goodPushesComeThroughAmongNinetyNineHostileOnes() throws Exception {
        byte[] bomb = bomb();
        byte[] deep = "{\"a\":[".repeat(10_000).getBytes(UTF_8);
        String header = "X-Long: " + "x".repeat(100_000) + "\r\n";
        for (int round = 0; round < 33; round++) {
            int kind = round % 3;
            attack(out -> trickle(out, kind == 0 ? "application/json" : "application/x-ndjson"));
            attack(switch (kind) {
                case 0 -> out -> endless(out, "application/json");
                case 1 -> out -> endless(out, "application/x-ndjson");
                default -> out -> head(out, "application/json", header);
            });
            attack(switch (kind) {
                case 0 -> out -> whole(out, "application/x-ndjson", "Content-Encoding: gzip\r\n", bomb);
                case 1 -> out -> whole(out, "application/json", "", deep);
                default -> out -> {
                    out.write("POST /v1/articles HT".getBytes(ISO_8859_1));
                    trickle(out, "application/json");
                };
            });
        }
        while (knocking.get() < hostile.size()) {
            Thread.onSpinWait();
        }

        for (int good = 0; good < 20; good++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = door.send("POST",
                    BodyPublishers.ofString("{\"headline\":\"Good " + good + "\"}"), "content-type",
                    "application/json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        }
        assertThat(hostile).hasSize(99).allMatch(Thread::isAlive);
        assertThat(kafka.raw().stream().filter(article -> article.headline().startsWith("Good"))).hasSize(20);
    }

    @Test
    void oneClientHasNoMorePlacesThanItsShare() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, 4096), 8, PushTokens.NONE, new ClientLimits(1, 1_000,
                1_000_000), PATIENCE)) {
            var first = manual.pushLater("application/json", "{\"headline\":\"x\"}");
            manual.awaitSent(1);

            HttpResponse<String> second = manual.push("application/json", "{\"headline\":\"y\"}");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("retry-after")).isPresent();
            manual.acknowledge(1);
            assertThat(first.get().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void oneClientHasNoMorePushesInASecondThanItsShare() throws Exception {
        try (Door counting = new Door(kafka, 8, PushTokens.NONE, new ClientLimits(8, 3, 1_000_000), PATIENCE)) {
            List<Integer> statuses = new ArrayList<>();
            for (int push = 0; push < 10; push++) {
                statuses.add(counting.push("application/json", "{\"headline\":\"" + push + "\"}").statusCode());
            }

            assertThat(statuses).startsWith(202, 202, 202).contains(429);
        }
    }
}
