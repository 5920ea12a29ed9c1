package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
    private final LongConsumer answered;

    /**
     * What became of one article.
     *
     * @param line      in its file, from 1, or its record in an archive; 0 where the file is one article
     * @param articleId empty when rejected
     * @param problem   empty when accepted
     */
    record Result(long line, String articleId, String problem) {
        boolean accepted() {
            return problem.isEmpty();
        }
    }

    Pusher(URI ingest, Optional<String> token, Consumer<Result> results) {
        this(ingest, token, results, lines -> {
        });
    }

    /**
     * A pusher to an ingest.
     *
     * @param results  is told each article's result
     * @param answered is told, after these, how many lines or records of a body have their answer
     */
    Pusher(URI ingest, Optional<String> token, Consumer<Result> results, LongConsumer answered) {
        this.articles = ingest.resolve("/v1/articles");
        this.token = token;
        this.results = results;
        this.answered = answered;
    }

    /** Pushes a body of any accepted format whole. */
    void push(InputStream body, String mediaType) throws IOException {
        push(body, mediaType, "", 0);
    }

    /** Pushes lines, each as soon as it comes: whoever writes them one after another waits for their results. */
    void pushAsTheyCome(InputStream lines, String mediaType) throws IOException {
        pushLines(new BufferedInputStream(lines, 1 << 16), mediaType, 0, true);
    }

    /**
     * Pushes a body of any accepted format.
     *
     * @param address of a page or a feed, empty where it is not known
     * @param done    how many lines or records of it were answered before
     */
    void push(InputStream body, String mediaType, String address, long done) throws IOException {
        if (mediaType.startsWith(PushFile.LINES)) {
            pushLines(new BufferedInputStream(body, 1 << 16), mediaType, done, false);
        } else if (mediaType.equals(PushFile.WARC)) {
            pushPages(new WarcPages(body), done);
        } else {
            byte[] article = body.readNBytes(MOST_BYTES + 1);
            if (article.length > MOST_BYTES) {
                throw new IOException("one article of more than 64 MB is no article; lines of articles go as .ndjson");
            }
            pushOne(article, mediaType, address.isEmpty() ? "" : "?url=" + Http.encode(address), 0);
        }
    }

    private void pushPages(WarcPages pages, long done) throws IOException {
        try (pages) {
            for (var next = pages.next(); next.isPresent(); next = pages.next()) {
                WarcPages.Page page = next.get();
                if (page.record() > done && !page.problem().isEmpty()) {
                    results.accept(new Result(page.record(), "", page.problem()));
                } else if (page.record() > done) {
                    String captured = page.captured().map(time -> "&updatedAt=" + Http.encode(time.toString()))
                            .orElse("");
                    pushOne(page.html(), page.contentType(), "?url=" + Http.encode(page.url()) + captured,
                            page.record());
                }
                answered.accept(page.record());
            }
        }
    }

    private void pushOne(byte[] article, String mediaType, String query, long number) {
        HttpResponse<byte[]> response = post(query, mediaType, article);
        // A list of articles is answered like lines.
        if (response.headers().firstValue("content-type").orElse("").startsWith(PushFile.LINES)) {
            tellLines(response, 1);
            return;
        }
        JsonNode answer = Http.tree(response.body());
        results.accept(response.statusCode() / 100 == 2
                ? new Result(number, answer.path("articleId").asString(), "")
                : new Result(number, "", Http.problem(answer, response.statusCode())));
    }

    private void pushLines(InputStream lines, String mediaType, long done, boolean atOnce)
            throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        long line = skip(lines, done);
        long firstLine = line + 1;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            part.write(c);
            if (c == '\n') {
                line++;
                if (part.size() >= PART_BYTES || (atOnce && lines.available() == 0)) {
                    pushPart(part.toByteArray(), mediaType, firstLine);
                    part.reset();
                    firstLine = line + 1;
                    answered.accept(line);
                }
            } else if (part.size() > MOST_BYTES) {
                throw new IOException("line " + (line + 1) + " is longer than 64 MB; is this NDJSON?");
            }
        }
        if (part.size() > 0) {
            pushPart(part.toByteArray(), mediaType, firstLine);
            answered.accept(line + 1);
        }
    }

    private static long skip(InputStream lines, long most) throws IOException {
        long line = 0;
        while (line < most) {
            int c = lines.read();
            if (c < 0) {
                return line;
            }
            line += c == '\n' ? 1 : 0;
        }
        return line;
    }

    private void pushPart(byte[] part, String mediaType, long firstLine) throws IOException {
        HttpResponse<byte[]> response = post("", mediaType, part);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(Http.problem(Http.tree(response.body()), response.statusCode()));
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
    private HttpResponse<byte[]> post(String query, String mediaType, byte[] body) {
        URI to = URI.create(articles + query);
        HttpResponse<byte[]> response = Http.post(to, token, mediaType, body);
        for (int attempt = 1; isToComeAgain(response) && attempt < TRIES; attempt++) {
            pause(response.headers().firstValueAsLong("retry-after").orElse(2));
            response = Http.post(to, token, mediaType, body);
        }
        if (isToComeAgain(response) || response.statusCode() == 401) {
            throw new Failure(Http.problem(Http.tree(response.body()), response.statusCode()));
        }
        return response;
    }

    private static boolean isToComeAgain(HttpResponse<byte[]> response) {
        return response.statusCode() == 503 || response.statusCode() == 429;
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
