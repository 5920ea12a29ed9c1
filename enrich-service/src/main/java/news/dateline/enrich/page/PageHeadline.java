package news.dateline.enrich.page;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/** A page's headline where no machine-readable field has it: a heading that its title repeats, or its title. */
final class PageHeadline {
    private static final List<String> SEPARATORS = List.of(" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " / ",
            " · ",
            "｜", "_", "：");
    private static final Set<Character.UnicodeScript> WITHOUT_BLANKS = EnumSet.of(Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO, Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR);
    private static final int FIRST_THAI = 0xE00;
    private static final int LEAST_WORDS = 4;
    /** A title is no longer than so many of its headline. */
    private static final int MOST_AFTER = 3;
    private static final int LONGEST = 1_000;
    private static final int MOST_HEADINGS = 100;

    private PageHeadline() {
    }

    static String of(Document page, String siteName) {
        String whole = PageFields.line(page.title());
        String title = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String lower = title.toLowerCase(Locale.ROOT);
        Optional<String> heading = page.select("h1, h2").stream().limit(MOST_HEADINGS).map(PageFields::shortText)
                .filter(text -> (words(text) >= LEAST_WORDS && lower.contains(text.toLowerCase(Locale.ROOT)))
                        || (MOST_AFTER * text.length() > title.length() && beginsWith(title, text)))
                .max(Comparator.comparingInt(String::length));
        if (heading.isPresent()) {
            return heading.get();
        }
        String cut = withoutSite(title, siteName);
        if (!cut.isEmpty()) {
            return cut.equals(title) ? withoutEnds(title) : cut;
        }
        return PageFields.firstLine(page.select("h1").stream().map(PageFields::shortText));
    }

    /** Without the site's name, before or behind. */
    static String withoutSite(String headline, String siteName) {
        String name = siteName.toLowerCase(Locale.ROOT);
        String lower = headline.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || lower.length() != headline.length()) {
            return headline;
        }
        for (String separator : SEPARATORS) {
            if (lower.endsWith(separator + name)) {
                return headline.substring(0, headline.length() - separator.length() - name.length()).strip();
            }
            if (lower.startsWith(name + separator)) {
                return headline.substring(name.length() + separator.length()).strip();
            }
        }
        return headline;
    }

    /** Whether a title is this headline with something set apart from it before or behind. */
    static boolean isTitleOf(String title, String headline) {
        return !headline.isEmpty() && SEPARATORS.stream()
                .anyMatch(separator -> title.startsWith(headline + separator) || title.endsWith(separator + headline));
    }

    private static boolean beginsWith(String title, String headline) {
        return !headline.isEmpty()
                && SEPARATORS.stream().anyMatch(separator -> title.startsWith(headline + separator));
    }

    private static String withoutEnds(String title) {
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last > 0 && words(title.substring(0, last)) >= LEAST_WORDS) {
                return title.substring(0, last).strip();
            }
        }
        return title;
    }

    /** Scripts that set no blanks between words have about two letters to each. */
    private static long words(String text) {
        long together = text.codePoints().filter(PageHeadline::isOfScriptWithoutBlanks).count();
        return text.isBlank() ? 0 : Math.max(together / 2, text.strip().split("\\s+", -1).length);
    }

    private static boolean isOfScriptWithoutBlanks(int letter) {
        return letter > FIRST_THAI && WITHOUT_BLANKS.contains(Character.UnicodeScript.of(letter));
    }
}
