package news.dateline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.PushFormat;
import news.dateline.ingest.format.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real week of news in the order of its arrival, each article once, in its last version. */
final class NewsWeek {
    /** From the root of the repository. */
    static final Path FILE = Path.of("../shared/data/stream/newsapi_week_2020-05-11.jsonl.gz");

    private static final JsonMapper JSON = JsonMapper.shared();

    private NewsWeek() {
    }

    static boolean isThere() {
        return Files.isReadable(FILE);
    }

    /** The first articles of the week that ingest takes, no two with the same article id. */
    static List<PushedArticle> first(int most) {
        Map<String, PushedArticle> articles = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && articles.size() < most; line = lines.readLine()) {
                String push = push(JSON.readTree(line));
                raw(push).ifPresent(raw -> articles.putIfAbsent(raw.articleId(), new PushedArticle(push, raw)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + FILE, e);
        }
        return List.copyOf(articles.values());
    }

    private static Optional<RawArticle> raw(String push) {
        return switch (PushFormat.read(MediaType.JSON, GivenFields.NONE, push.getBytes(StandardCharsets.UTF_8),
                Instant.now())) {
            case Reading.Accepted(RawArticle raw) -> Optional.of(raw);
            case Reading.Refused refused -> Optional.empty();
        };
    }

    private static String push(JsonNode article) {
        JsonNode text = article.path("versions").path(article.path("versions").size() - 1);
        ObjectNode push = JSON.createObjectNode();
        put(push, "url", article.path("url").asString(""));
        put(push.putObject("source"), "name", article.path("source").path("name").asString(""));
        put(push, "headline", text.path("title").asString(""));
        put(push, "summary", text.path("description").asString(""));
        put(push, "publishedAt", article.path("publishedAt").asString(""));
        // The data has the beginning of each text, and then how much was cut off.
        String content = text.path("content").asString("").replaceFirst("\\[\\+\\d+ chars\\]$", "").strip();
        put(push.putObject("content"), "text", content);
        String author = article.path("author").asString("");
        if (!author.isBlank()) {
            push.putArray("bylines").add(author);
        }
        return push.toString();
    }

    private static void put(ObjectNode object, String field, String value) {
        if (!value.isBlank()) {
            object.put(field, value);
        }
    }
}
