package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.dateline.contract.Content;
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.ingest.feed.FeedArticles;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.feed.UnreadableFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the articles of feed documents: no broker, no network. */
@Command(name = "feed", mixinStandardHelpOptions = true, description = "Prints the articles of feed documents (RSS, Atom, JSON Feed, news sitemaps) as NDJSON in the push format; needs no broker.", footer = {
        "", "Each line names the file that it came from. A file that can't be read is named on standard error, the",
        "others are printed all the same, and the exit status is 1.", "", "Examples:",
        "  dateline feed harbour.rss tides.atom > articles.ndjson",
        "  curl -s https://news.example/feed | dateline feed --url https://news.example/feed - | dateline enrich"})
final class FeedCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE|-", description = "feed documents; - is standard input")
    private List<String> files;

    @Option(names = "--url", paramLabel = "URL", description = "where the feed was fetched, for its relative links")
    private Optional<String> url = Optional.empty();

    @Option(names = "--content-type", paramLabel = "TYPE", description = "the content-type header that came with it, for its charset")
    private Optional<String> contentType = Optional.empty();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        LogFile.none();
        int unreadable = 0;
        for (String file : files) {
            try {
                FeedArticles.of(FeedReader.read(bytes(file), contentType, url), clock.instant())
                        .forEach(article -> Console.raw(line(file, article)));
            } catch (UnreadableFeed e) {
                unreadable++;
                Console.error(file + " " + e.getMessage());
            } catch (IOException e) {
                unreadable++;
                Console.error("can't read " + file + ": " + reason(file, e));
            }
        }
        return unreadable == 0 ? 0 : 1;
    }

    /** One byte more than may be read tells that a document is too large. */
    private static byte[] bytes(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in.readNBytes(FeedReader.MOST_BYTES + 1);
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(FeedReader.MOST_BYTES + 1);
        }
    }

    private static String reason(String file, IOException failure) {
        return Files.exists(Path.of(file)) ? failure.getMessage() : "it does not exist";
    }

    private static String line(String file, RawArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        article.sourceArticleId().ifPresent(id -> fields.put("id", id));
        article.url().ifPresent(address -> fields.put("url", address));
        Map<String, Object> source = source(article.source());
        put(fields, "source", source, source.isEmpty());
        put(fields, "headline", article.headline(), article.headline().isEmpty());
        put(fields, "summary", article.summary(), article.summary().isEmpty());
        Content content = article.content();
        put(fields, "content", Map.of("mediaType", content.mediaType(), "text", content.text()),
                content.text().isEmpty());
        put(fields, "bylines", article.bylines(), article.bylines().isEmpty());
        article.declared().language().ifPresent(tag -> fields.put("language", tag));
        put(fields, "sections", article.declared().sections(), article.declared().sections().isEmpty());
        put(fields, "keywords", article.declared().keywords(), article.declared().keywords().isEmpty());
        article.publishedAt().ifPresent(time -> fields.put("publishedAt", time.toString()));
        article.updatedAt().ifPresent(time -> fields.put("updatedAt", time.toString()));
        return ContractJson.mapper().writeValueAsString(fields);
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "name", source.name(), source.name().isEmpty());
        source.url().ifPresent(address -> fields.put("url", address));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Object value, boolean absent) {
        if (!absent) {
            fields.put(name, value);
        }
    }
}
