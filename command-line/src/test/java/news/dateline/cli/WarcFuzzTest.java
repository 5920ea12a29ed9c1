package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bytes make the archive reader throw anything but an {@link IOException}, or take longer than a second a megabyte. */
class WarcFuzzTest {
    private static final String HTTP = """
            HTTP/1.1 200 OK
            Content-Type: text/html
            Transfer-Encoding: chunked

            5
            <p>Hi
            0

            """.replace("\n", "\r\n");
    private static final String RECORD = """
            WARC/1.0
            WARC-Type: response
            WARC-Record-ID: <urn:uuid:57f00bf3-8ff4-406f-afac-81fa42085070>
            WARC-Date: 2026-11-05T09:30:00Z
            WARC-Target-URI: https://x.example/1
            Content-Type: application/http; msgtype=response
            Content-Length:\s""".replace("\n", "\r\n") + HTTP.length() + "\r\n\r\n" + HTTP + "\r\n\r\n";

    private static int pages(byte[] archive) {
        int pages = 0;
        try (WarcPages read = new WarcPages(new ByteArrayInputStream(archive))) {
            while (read.next().isPresent()) {
                pages++;
            }
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
        return pages;
    }

    @Test
    void mutatedArchivesAreReadOrRefused() {
        byte[] seed = (RECORD + RECORD).getBytes(UTF_8);
        assertThat(pages(seed)).isEqualTo(2);
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean()
                        ? random.nextInt(256)
                        : "\r\n :<>19".charAt(random.nextInt(8)));
            }
            pages(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARC/1.0\r\n", "WARC/1.0\r\n\r\n", "A: b\r\n", "\r\n", "x", "\u001f\u008b"})
    void megabyteOfTheSameCostsSomeSecondsAtMost(String again) {
        byte[] bytes = ("WARC/1.0\r\n" + again.repeat(1_000_000 / again.length())).getBytes(UTF_8);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        pages(bytes);

        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(5));
    }
}
