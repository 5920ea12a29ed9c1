package news.dateline.enrich.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.enrich.clean.TagLimit;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Finds the article on a page of HTML. Takes any text, in time and memory that grow with its length alone. */
public final class PageReader {
    private static final int DEEPEST = 256;
    private static final int LOOKED_AT = 4_096;
    private static final Pattern WHOLE = Pattern.compile("<!doctype\\s+html|<(?:html|head|body)[\\s>]",
            Pattern.CASE_INSENSITIVE);

    private PageReader() {
    }

    /** Whether a text of HTML is a whole page, and not only an article's own markup: it says so near its beginning. */
    public static boolean isWhole(String html) {
        return WHOLE.matcher(html.substring(0, Math.min(html.length(), LOOKED_AT))).find();
    }

    /**
     * Reads a page.
     *
     * @param address where it was found, which its relative links are relative to
     */
    public static Page read(String html, Optional<String> address) {
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(TagLimit.cut(html),
                address.orElse(""));
        LinkedData data = LinkedData.of(page);
        PageFields fields = PageMetadata.of(page, data);
        List<String> paragraphs = BodyText.of(ArticleBody.of(page), data.body(), fields.headline());
        return new Page(fields.headline(), fields.bylines(), fields.publishedAt(), fields.updatedAt(),
                fields.language(), fields.url(), fields.siteName(), paragraphs);
    }
}
