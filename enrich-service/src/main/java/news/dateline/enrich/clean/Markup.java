package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** HTML where there should be none: in a plain text, or escaped within HTML. */
final class Markup {
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|span|li|ul|ol|a|b|i|em|strong|h[1-6]|img|figure|table|tr|td|script|style|blockquote|section|"
                    + "article)(?: [^<>]{0,500})?/?>",
            Pattern.CASE_INSENSITIVE);

    /** A text with one of these is a page; with others it is a text that has tags in its lines. */
    private static final Pattern PAGE = Pattern.compile("<(?:!doctype|html|body|head|script|style|p|div)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern
            .compile("&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\\d{2,6}|"
                    + "#x\\p{XDigit}{2,5});");

    private Markup() {
    }

    /** Whether a text has a tag that pages are made of; "a < b" and "x > y" are none. */
    static boolean isIn(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    /** A plain text with the entities resolved that a careless sender left in it: "P&amp;amp;O". */
    static String unescaped(String text) {
        return text.indexOf('&') >= 0 && ENTITY.matcher(text).find()
                ? SafeText.of(Parser.unescapeEntities(text, false))
                : text;
    }

    /** Whether a text that was called plain is a page of HTML. */
    static boolean isPage(String text) {
        return isIn(text) && PAGE.matcher(text).find();
    }

    /** Paragraphs that are HTML themselves, since the page held it escaped, are read once more; a page that was escaped twice as well. */
    static List<String> withoutEscaped(List<String> paragraphs) {
        if (!isWithinAny(paragraphs)) {
            return paragraphs;
        }
        List<String> plain = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String markup = isIn(paragraph) ? paragraph : unescaped(paragraph);
            if (isIn(paragraph) || isPage(markup)) {
                plain.addAll(HtmlText.parse(markup).paragraphs());
            } else {
                plain.add(paragraph);
            }
        }
        return plain;
    }

    private static boolean isWithinAny(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            if (isIn(paragraph) || paragraph.contains("&lt;")) {
                return true;
            }
        }
        return false;
    }
}
