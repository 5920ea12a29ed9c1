package news.dateline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.fetch.FetchFailed;
import news.dateline.ingest.fetch.Fetched;
import news.dateline.ingest.fetch.Visit;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.WebCharacters;

/** The pages of items of which a feed has only a teaser: what the feed says of the item stays, the page becomes its content. */
final class ItemPages {
    private static final int MOST = 30;
    private static final long MOST_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int LONGEST = 1_000_000;
    private static final Map<String, String> HEADERS = Map.of("Accept", "text/html, application/xhtml+xml;q=0.9");

    private ItemPages() {
    }

    /** The articles, the first of them with their pages; one whose page can't be had stays as it is. */
    static List<RawArticle> with(List<RawArticle> articles, Visit visit) throws InterruptedException {
        long deadline = System.nanoTime() + MOST_NANOS;
        List<RawArticle> complete = new ArrayList<>();
        int fetched = 0;
        for (RawArticle article : articles) {
            Optional<URI> page = article.content().text().isBlank()
                    ? article.url().flatMap(WebAddress::of)
                    : Optional.empty();
            boolean fetches = page.isPresent() && fetched < MOST && System.nanoTime() < deadline;
            fetched += fetches ? 1 : 0;
            complete.add(fetches
                    ? html(page.get(), visit).map(html -> with(article, html)).orElse(article)
                    : article);
        }
        return complete;
    }

    private static Optional<String> html(URI page, Visit visit) throws InterruptedException {
        try {
            Fetched answer = visit.fetch(page, HEADERS);
            MediaType type = MediaType.of(answer.header("content-type"));
            return answer.status() == 200 && type.name().contains("html")
                    ? Optional.of(WebCharacters.decode(answer.body(), type.charset()).replace("\0", ""))
                            .filter(html -> html.length() <= LONGEST)
                    : Optional.empty();
        } catch (FetchFailed e) {
            // The teaser is published without it.
            return Optional.empty();
        }
    }

    private static RawArticle with(RawArticle article, String html) {
        return new RawArticle(article.schemaVersion(), article.articleId(), article.sourceArticleId(), article.url(),
                article.source(), article.headline(), article.summary(), new Content(Content.HTML, html),
                article.bylines(), article.declared(), article.revision(), article.status(), article.publishedAt(),
                article.updatedAt(), article.receivedAt());
    }
}
