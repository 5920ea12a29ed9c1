package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Pushes articles to the push API and tells each one's result.
 *
 * <p>Lines go in parts of a bounded size, so that a file of any length needs little memory and shows its progress. A part
 * that was not taken, because Kafka was away, is pushed again: the ids make that safe.
 */
final class Pusher {
    private static final int PART_BYTES = 512 * 1024;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int TRIES = 5;

    private final URI articles;
    private final Optional<String> token;
    private final Consumer<Result> results;

    /**
     * What became of one article.
     *
     * @param line      in its file, from 1; 0 where the file is one article
     * @param articleId empty when rejected
     * @param problem   empty when accepted
     */
    record Result(long line, String articleId, String problem) {
        boolean accepted() {
            return problem.isEmpty();
        }
    }

    Pusher(URI ingest, Optional<String> token, Consumer<Result> results) {
        this.articles = ingest.resolve("/v1/articles");
        this.token = token;
        this.results = results;
    }

    /** Pushes a body of any accepted format. */
    void push(InputStream body, String mediaType) {
        try {
            if (mediaType.startsWith(PushFile.LINES)) {
                pushLines(new BufferedInputStream(body, 1 << 16), mediaType);
            } else {
                byte[] article = body.readNBytes(MOST_BYTES + 1);
                if (article.length > MOST_BYTES) {
                    throw new Failure("one article of more than 64 MB is no article; lines of articles go as .ndjson");
                }
                pushOne(article, mediaType);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pushOne(byte[] article, String mediaType) {
        HttpResponse<byte[]> response = post(mediaType, article);
        // A list of articles is answered like lines.
        if (response.headers().firstValue("content-type").orElse("").startsWith(PushFile.LINES)) {
            tellLines(response, 1);
            return;
        }
        JsonNode answer = Http.tree(response.body());
        results.accept(response.statusCode() / 100 == 2
                ? new Result(0, answer.path("articleId").asString(), "")
                : new Result(0, "", Http.problem(answer, response.statusCode())));
    }

    private void pushLines(InputStream lines, String mediaType) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        long firstLine = 1;
        long line = 0;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            part.write(c);
            if (c == '\n') {
                line++;
                // Whoever writes line after line to standard input must not wait for a part to be full.
                if (part.size() >= PART_BYTES || lines.available() == 0) {
                    pushPart(part.toByteArray(), mediaType, firstLine);
                    part.reset();
                    firstLine = line + 1;
                }
            } else if (part.size() > MOST_BYTES) {
                throw new Failure("line " + (line + 1) + " is longer than 64 MB; is this NDJSON?");
            }
        }
        if (part.size() > 0) {
            pushPart(part.toByteArray(), mediaType, firstLine);
        }
    }

    private void pushPart(byte[] part, String mediaType, long firstLine) {
        HttpResponse<byte[]> response = post(mediaType, part);
        if (response.statusCode() / 100 != 2) {
            throw new Failure(Http.problem(Http.tree(response.body()), response.statusCode()));
        }
        tellLines(response, firstLine);
    }

    private void tellLines(HttpResponse<byte[]> response, long firstLine) {
        new String(response.body(), StandardCharsets.UTF_8).lines().map(text -> Http.tree(bytes(text)))
                .map(answer -> result(answer, firstLine)).forEach(results);
    }

    private static Result result(JsonNode answer, long firstLine) {
        long line = firstLine + answer.path("line").asLong() - 1;
        if (answer.path("status").asString("").equals("unavailable")) {
            throw new Failure("Kafka went away at line " + line + "; push again from there, nothing comes twice");
        }
        return answer.has("problem")
                ? new Result(line, "", Http.problem(answer.path("problem"), 400))
                : new Result(line, answer.path("articleId").asString(), "");
    }

    /** A service that asks to come again is given some time. */
    private HttpResponse<byte[]> post(String mediaType, byte[] body) {
        HttpResponse<byte[]> response = Http.post(articles, token, mediaType, body);
        for (int attempt = 1; response.statusCode() == 503 && attempt < TRIES; attempt++) {
            pause(response.headers().firstValueAsLong("retry-after").orElse(2));
            response = Http.post(articles, token, mediaType, body);
        }
        if (response.statusCode() == 503 || response.statusCode() == 401) {
            throw new Failure(Http.problem(Http.tree(response.body()), response.statusCode()));
        }
        return response;
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(seconds, 30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
