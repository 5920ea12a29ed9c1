package news.dateline.ingest.format;

import java.time.Instant;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;

/**
 * A news page as scraped, plain text: its first line that is not blank is the headline, and the whole page stays the
 * content, for enrich to find the article in it.
 */
final class ScrapedPage {
    private ScrapedPage() {
    }

    static RawArticle read(String page, GivenFields given, Instant receivedAt) {
        ArticleDraft draft = new ArticleDraft(receivedAt);
        draft.take(given);
        draft.text = Characters.storable(page);
        draft.headline = headline(draft.text);
        return draft.article();
    }

    static String headline(String text) {
        String line = text.lines().filter(candidate -> !candidate.isBlank()).findFirst()
                .orElseThrow(() -> new BrokenRule(RejectionReason.NO_TEXT, "must have a line that is not blank"));
        String folded = line.replaceAll("[\\s\\u00A0]+", " ").strip();
        return folded.length() <= FieldRules.HEADLINE_MOST
                ? folded
                : Characters.storable(folded.substring(0, FieldRules.HEADLINE_MOST)).strip();
    }
}
