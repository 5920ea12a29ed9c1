package news.dateline.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles of a real week, where the data is there. */
final class NewsArticles {
    static final Path DATA = Path.of("../../shared/data");
    private static final Path WEEK = DATA.resolve("stream/newsapi_week_2020-05-11.jsonl.gz");

    private NewsArticles() {
    }

    static List<TaggableArticle> first(int count) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(WEEK), "skipped: no " + WEEK + " here");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(WEEK)), StandardCharsets.UTF_8))) {
            return lines.lines().limit(count).map(line -> article(JsonMapper.shared().readTree(line))).toList();
        }
    }

    private static TaggableArticle article(JsonNode article) {
        JsonNode text = article.path("versions").path(0);
        return Rules.article(text.path("title").asString(""), text.path("description").asString(""),
                text.path("content").asString(""));
    }
}
