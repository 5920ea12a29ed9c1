package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import news.dateline.ingest.format.CountedBytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to Dateline's own APIs; whoever is not there is named together with what to do. */
final class Http {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL).build();

    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    private static final Duration MOST_TIME = Duration.ofMinutes(30);

    private Http() {
    }

    static HttpResponse<byte[]> get(URI uri) {
        return get(uri, Optional.empty());
    }

    static HttpResponse<byte[]> get(URI uri, Optional<String> token) {
        return send(withToken(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)), token).build());
    }

    /** Asks the dashboard to do something; the header says that no other site's page had a browser send this. */
    static HttpResponse<byte[]> act(URI uri, Optional<String> token, byte[] json) {
        return send(withToken(HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2)), token)
                .header("content-type", "application/json").header("x-dateline-act", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)).build());
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request, Optional<String> token) {
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    /** Fetches from anywhere, not from Dateline itself; the body is read as it comes. */
    static HttpResponse<InputStream> fetch(URI uri) throws IOException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30))
                    .header("User-Agent", "dateline").build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /** The body of an answer from anywhere: one that is too long or takes too long ends with an error. */
    static InputStream bounded(HttpResponse<InputStream> answer) {
        long begun = System.nanoTime();
        return new CountedBytes(answer.body(), count -> {
            if (count > MOST_BYTES) {
                throw new IOException("it is longer than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() - begun > MOST_TIME.toNanos()) {
                throw new IOException("it takes longer than " + MOST_TIME.toMinutes() + " minutes");
            }
        });
    }

    static HttpResponse<byte[]> post(URI uri, Optional<String> token, String mediaType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2))
                .header("content-type", mediaType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(withToken(request, token).build());
    }

    /** The answer's JSON; anything but success fails with the problem's own words. */
    static JsonNode json(HttpResponse<byte[]> response) {
        JsonNode body = tree(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new Failure(problem(body, response.statusCode()));
        }
        return body;
    }

    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    static String problem(JsonNode problem, int status) {
        String detail = problem.path("detail").asString("");
        return detail.isEmpty() ? "the answer was HTTP " + status : detail;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new Failure("nobody answers at " + request.uri().resolve("/")
                    + "; is the pipeline up? Start it with: dateline up", e);
        } catch (IOException e) {
            throw new Failure("no answer from " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
