package news.dateline.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.dateline.contract.ContractJson;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/** Collections of pages whose articles are known: the article extraction benchmark's, and those of Readability. */
public final class JudgedPages {
    private static final String BENCHMARK = "extraction/article_extraction_benchmark";
    private static final String READABILITY = "extraction/readability/test-pages";

    private JudgedPages() {
    }

    /**
     * A page.
     *
     * @param body     its article's text
     * @param expected its article's fields, in the words of the collection; empty where it has none
     */
    public record JudgedPage(String name, String html, Optional<String> url, String body,
            Map<String, String> expected) {
        public JudgedPage {
            expected = Map.copyOf(expected);
        }
    }

    /** Whether the data has either collection. */
    public static boolean areIn(Path data) {
        return Files.isDirectory(data.resolve(BENCHMARK)) || Files.isDirectory(data.resolve(READABILITY));
    }

    /** The benchmark's pages, in order of name; none where they are not there. */
    public static List<JudgedPage> benchmark(Path data) throws IOException {
        Path folder = data.resolve(BENCHMARK);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<JudgedPage> pages = new ArrayList<>();
        JsonNode truth = ContractJson.mapper().readTree(Files.readString(folder.resolve("ground-truth.json")));
        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            try (InputStream in = new GZIPInputStream(
                    Files.newInputStream(folder.resolve("html").resolve(page.getKey() + ".html.gz")))) {
                pages.add(new JudgedPage(page.getKey(), new String(in.readAllBytes(), UTF_8),
                        Optional.of(page.getValue().path("url").asString("")),
                        page.getValue().path("articleBody").asString(""), Map.of()));
            }
        }
        pages.sort(Comparator.comparing(JudgedPage::name));
        return pages;
    }

    /** Readability's pages with their fields, in order of name; none where they are not there. */
    public static List<JudgedPage> readability(Path data) throws IOException {
        Path folder = data.resolve(READABILITY);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<JudgedPage> pages = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path page : folders.sorted().toList()) {
                String expected = String.join("\n", PageBlocks
                        .of(Jsoup.parse(Files.readString(page.resolve("expected.html"))).body(), Set.of()).stream()
                        .map(TextBlock::text).toList());
                JsonNode fields = ContractJson.mapper()
                        .readTree(Files.readString(page.resolve("expected-metadata.json")));
                pages.add(new JudgedPage(page.getFileName().toString(),
                        Files.readString(page.resolve("source.html")), Optional.empty(), expected,
                        texts(fields)));
            }
        }
        return pages;
    }

    private static Map<String, String> texts(JsonNode fields) {
        return fields.properties().stream().filter(field -> field.getValue().isString())
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().stringValue()));
    }
}
