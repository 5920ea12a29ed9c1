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
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.feed.FeedArticles;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.feed.UnreadableFeed;
import news.dateline.ingest.format.ArticleJson;
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
        fields.putAll(ArticleJson.fields(article));
        return ContractJson.mapper().writeValueAsString(fields);
    }
}
