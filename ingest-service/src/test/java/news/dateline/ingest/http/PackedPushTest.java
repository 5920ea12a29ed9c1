package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import news.dateline.contract.RejectionReason;
import news.dateline.ingest.KafkaStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PackedPushTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int MOST = 4096;

    private final KafkaStandIn kafka = new KafkaStandIn(true, MOST);
    private final Door door = new Door(kafka);

    @AfterEach
    void close() {
        door.close();
    }

    private static byte[] packed(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            in.transferTo(packing);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String text) throws IOException {
        return packed(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static byte[] repeated(String text, long bytes) throws IOException {
        return packed(new Repeated(text.getBytes(UTF_8), bytes, () -> {
        }));
    }

    private HttpResponse<String> push(String type, String encoding, byte[] body) throws Exception {
        return door.send("POST", BodyPublishers.ofByteArray(body), "content-type", type, "content-encoding", encoding);
    }

    @Test
    void takesAnArticleAsGzip() throws Exception {
        assertThat(push(JSON, "gzip", packed("{\"headline\":\"Harbour reopens\"}")).statusCode()).isEqualTo(202);
        assertThat(kafka.raw()).extracting("headline").containsExactly("Harbour reopens");
    }

    @Test
    void takesLinesAsGzipInSeveralParts() throws Exception {
        byte[] first = packed("{\"headline\":\"One\"}\n");
        byte[] second = packed("{\"headline\":\"Two\"}\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(Door.lines(push(LINES, "GZIP", both).body())).hasSize(2);
        assertThat(kafka.raw()).extracting("headline").containsExactly("One", "Two");
    }

    @Test
    void refusesAnArticleThatUnpacksToTooMuch() throws Exception {
        HttpResponse<String> answer = push(JSON, "gzip", repeated("x", 200L * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(kafka.rejection(0).reason()).isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(kafka.rejectedBytes(0).orElseThrow()).hasSize(MOST);
    }

    @Test
    void endsLinesThatUnpackToTooMuchAndTakesThoseBefore() throws Exception {
        byte[] first = packed("{\"headline\":\"One\"}\n");
        byte[] bomb = repeated("\n", 200L * 1024 * 1024);
        byte[] both = Arrays.copyOf(first, first.length + bomb.length);
        System.arraycopy(bomb, 0, both, first.length, bomb.length);

        List<JsonNode> results = Door.lines(push(LINES, "gzip", both).body());

        assertThat(results).hasSize(2);
        assertThat(results.getFirst().get("status").asString()).isEqualTo("accepted");
        assertThat(results.get(1).get("problem").get("status").asInt()).isEqualTo(413);
        assertThat(results.get(1).get("problem").get("detail").asString())
                .contains(Integer.toString(Door.UNPACKED_MOST));
        kafka.check(counts -> assertThat(counts).containsExactly(1, 1, 0, 0));
    }

    @Test
    void refusesWhatIsNoGzip() throws Exception {
        byte[] plain = "{\"headline\":\"x\"}".getBytes(UTF_8);

        assertThat(push(JSON, "gzip", plain).statusCode()).isEqualTo(400);
        assertThat(Door.lines(push(LINES, "gzip", plain).body()).getFirst().get("problem").get("status").asInt())
                .isEqualTo(400);
        assertThat(push(JSON, "gzip", Arrays.copyOf(packed("{\"headline\":\"x\"}"), 20)).statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhichEncodingIsTaken() throws Exception {
        for (String type : List.of(JSON, LINES)) {
            HttpResponse<String> answer = push(type, "br", new byte[]{1, 2, 3});

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("accept-encoding")).contains("gzip");
        }
    }
}
