package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.Dateline;

/**
 * Takes an article's own words out of what was received: a text, a whole scraped page, or HTML. Captions, credits,
 * teasers and what else a page puts around an article go; a paragraph in doubt stays. Takes any text, in linear time.
 */
public final class Cleaner {
    /** How far down a page its headline may be repeated: below a section name or a date, not within a text. */
    private static final int HEADLINE_REPEATS_WITHIN = 3;

    /** An agency's line can stand below a caption or a byline that is no longer there. */
    private static final int DATELINE_WITHIN = 2;

    /** Cleans an article whose publisher's name is not known. */
    public CleanText clean(String headline, String mediaType, String text) {
        return clean(headline, "", mediaType, text);
    }

    /** Cleans an article; its publisher's name is cut off the end of its headline. */
    public CleanText clean(String headline, String publisher, String mediaType, String text) {
        String given = Headlines.withoutPublisher(Headlines.fold(headline), publisher);
        boolean html = Content.isHtml(mediaType);
        String safe = SafeText.of(text);
        String plain = html ? "" : Markup.unescaped(safe);
        if (html || Markup.isPage(plain)) {
            HtmlText page = HtmlText.parse(html ? safe : plain);
            List<String> paragraphs = Markup.withoutEscaped(page.paragraphs());
            String heading = html ? Headlines.fold(page.heading()) : Headlines.fromPage(paragraphs);
            return assemble(given.isEmpty() ? Headlines.withoutPublisher(heading, publisher) : given, paragraphs);
        }
        List<String> paragraphs = Markup.withoutEscaped(PlainText.paragraphs(plain));
        return assemble(given.isEmpty() ? Headlines.fromPage(paragraphs) : given, paragraphs);
    }

    /** Cleans an article whose paragraphs are known. */
    public CleanText clean(String headline, String publisher, List<String> paragraphs) {
        return assemble(Headlines.withoutPublisher(Headlines.fold(headline), publisher),
                Markup.withoutEscaped(paragraphs.stream()
                        .map(paragraph -> SafeText.strip(SafeText.of(paragraph).replace('\n', ' ')))
                        .filter(paragraph -> !paragraph.isEmpty()).toList()));
    }

    /** Whether a paragraph is what publishers put around their articles: a share bar, a notice, a promotion. */
    public static boolean isBoilerplate(String paragraph) {
        return Boilerplate.ruleFor(new Paragraph(paragraph, "", "")).isPresent();
    }

    /** A publisher's summary as one line of plain text, whatever it was sent as. */
    public String summary(String summary) {
        String safe = Markup.unescaped(SafeText.of(summary));
        return SafeText.strip(Markup.isIn(safe)
                ? String.join(" ", Markup.withoutEscaped(HtmlText.parse(safe).paragraphs()))
                : safe);
    }

    private static CleanText assemble(String headline, List<String> paragraphs) {
        Teasers.Split page = Teasers.split(withoutHeadline(headline, paragraphs));
        Own own = ownParagraphs(page.paragraphs());
        if (own.paragraphs().isEmpty() && page.teasers().isEmpty() && paragraphs.size() == 1
                && Headlines.isSentence(headline)) {
            // All there is of this article is one sentence: it is the headline, and the body as well.
            own = ownParagraphs(paragraphs);
        }
        return new CleanText(headline, String.join("\n\n", own.paragraphs()), own.dateline(), page.teasers());
    }

    private static List<String> withoutHeadline(String headline, List<String> paragraphs) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!Headlines.same(headline, paragraphs.get(i))) {
                rest.add(paragraphs.get(i));
            } else if (i < HEADLINE_REPEATS_WITHIN) {
                rest.clear();
            }
        }
        return rest;
    }

    /** A paragraph of signs alone is what is left of a list or a picture. */
    private static boolean hasWords(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private record Own(List<String> paragraphs, Optional<Dateline> dateline) {}

    private static Own ownParagraphs(List<String> paragraphs) {
        List<String> own = new ArrayList<>();
        Optional<Dateline> dateline = Optional.empty();
        List<String> captions = new ArrayList<>();
        int last = paragraphs.size() - 1;
        int linksEnd = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            linksEnd = Math.max(linksEnd, LinkList.end(paragraphs, i));
            if (i < linksEnd) {
                continue;
            }
            Paragraph paragraph = new Paragraph(
                    i == last ? Trims.truncation(paragraphs.get(i)) : paragraphs.get(i),
                    i == 0 ? "" : paragraphs.get(i - 1),
                    i + 1 == paragraphs.size() ? "" : paragraphs.get(i + 1));
            if (!hasWords(paragraph.text()) || Boilerplate.ruleFor(paragraph).isPresent()
                    || PageLines.ruleFor(paragraph).isPresent()) {
                continue;
            }
            Optional<String> caption = PhotoLines.ruleFor(paragraph);
            if (caption.isPresent()) {
                captions.add(paragraph.text());
                continue;
            }
            String trimmed = Trims.ends(paragraph.text());
            if (own.size() < DATELINE_WITHIN) {
                Filing filing = Filing.of(Trims.caption(Trims.signUp(trimmed)));
                trimmed = filing.text();
                dateline = dateline.or(filing::dateline);
            }
            if (!trimmed.isEmpty()) {
                own.add(trimmed);
            }
        }
        return new Own(own.isEmpty() ? PhotoLines.textsAmong(captions) : own, dateline);
    }
}
