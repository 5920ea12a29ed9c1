package news.dateline.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.feed.FeedArticles;
import news.dateline.ingest.feed.FeedDocument;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.feed.UnreadableFeed;
import news.dateline.ingest.format.ArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the articles of feed documents; needs no broker. */
@Command(name = "feed", mixinStandardHelpOptions = true, description = "Prints the articles of feed documents (RSS, Atom, JSON Feed, news sitemaps) as NDJSON in the push format; needs no broker.", footer = {
        "", "Each line names the file that it came from. A file that can't be read is named on standard error, the",
        "others are printed all the same, and the exit status is 1.", "", "Examples:",
        "  dateline feed harbour.rss https://news.example/feed > articles.ndjson",
        "  curl -s https://news.example/feed | dateline feed --url https://news.example/feed - | dateline enrich"})
final class FeedCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-", description = "feed documents; - is standard input")
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
                NamedDocument document = NamedDocument.read(file, FeedReader.MOST_BYTES);
                print(file, FeedReader.read(document.bytes(), contentType.or(document::contentType),
                        url.or(document::url)));
            } catch (UnreadableFeed | Failure e) {
                unreadable++;
                Console.error(file + " " + e.getMessage());
            }
        }
        return unreadable == 0 ? 0 : 1;
    }

    /** An item without a text is shown too, since its publisher put it there; that no push takes it is said beside. */
    private void print(String file, FeedDocument feed) {
        List<RawArticle> articles = FeedArticles.ofEveryItem(feed, clock.instant()).toList();
        articles.forEach(article -> Console.raw(line(file, article)));
        long empty = articles.stream().filter(article -> !FeedArticles.hasText(article)).count();
        if (empty > 0) {
            Console.error(file + " has " + empty + " of " + articles.size()
                    + " items without headline, summary and text, which a push refuses");
        }
    }

    private static String line(String file, RawArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.putAll(ArticleJson.fields(article));
        return ContractJson.mapper().writeValueAsString(fields);
    }
}
