package news.dateline.enrich.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is cut off a paragraph that stays: an invitation before it, marks and credits after it. */
final class Trims {
    private static final int SHORTEST_TAIL = 5;
    private static final int LONGEST_TAIL = 300;

    private static final Pattern TRUNCATION = Pattern.compile(" ?\\[\\+\\d{1,7} chars\\]$");

    /** What a cut leaves at a text's end: half a tag, or of a paragraph one word. */
    private static final Pattern CUT_TAG = Pattern.compile("</?(?:[a-zA-Z][^<>]{0,80})?…$");
    private static final Pattern CUT_WORD = Pattern.compile("^\\S{0,12} ?…$");

    /** "The quay at night. (Photo: Heron)Divers lifted": a caption that a scraper ran together with the first paragraph. */
    private static final Pattern CAPTION = Pattern.compile("^[^()\\[\\]]{5,250}\\((?:(?:file |express |stock )?"
            + "(?:photos?|images?|pictures?|pics?|sources?|credits?)\\b[^()]{0,80}|ap photo[^()]{0,60}|"
            + "[^()]{2,40}/(?:ap|afp|reuters|getty(?: images)?|instagram|twitter))\\)(?=[\\p{L}“\"‘])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AGENCY_TAIL = Pattern.compile(
            "[(\\[](?:(?:additional )?reporting|editing|writing|compiled) by [^()\\[\\]]{2,280}[)\\]]?\\.?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGN_UP = Pattern.compile(
            "^Get (?:all )?the latest [^.\\n]{5,120}\\. {0,3}Sign up here\\. {0,3}", Pattern.CASE_INSENSITIVE);

    private Trims() {
    }

    /** The paragraph without the mark that it was truncated, and what the cut left of a tag or a word; may be empty. */
    static String truncation(String paragraph) {
        String text = paragraph.endsWith("chars]") ? withoutTail(paragraph, TRUNCATION) : paragraph;
        if (!text.endsWith("…")) {
            return text;
        }
        String whole = text.indexOf('<', Math.max(0, text.length() - LONGEST_TAIL)) >= 0
                ? withoutTail(text, CUT_TAG)
                : text;
        return CUT_WORD.matcher(whole).matches() ? "" : whole;
    }

    /** The paragraph without a caption before it; a bracket that closes right before a letter tells of one. */
    static String caption(String paragraph) {
        for (int at = paragraph.indexOf(')'); at >= 0 && at < LONGEST_TAIL; at = paragraph.indexOf(')', at + 1)) {
            if (at + 1 < paragraph.length() && !Character.isWhitespace(paragraph.charAt(at + 1))) {
                Matcher matcher = CAPTION.matcher(paragraph);
                return matcher.lookingAt() ? paragraph.substring(matcher.end()) : paragraph;
            }
        }
        return paragraph;
    }

    /** The paragraph without agency credits and photo credit at its end. */
    static String ends(String paragraph) {
        if (paragraph.length() < SHORTEST_TAIL) {
            return paragraph;
        }
        String text = mayEndWithAgency(paragraph) ? withoutTail(paragraph, AGENCY_TAIL) : paragraph;
        return SafeText.strip(PhotoLines.withoutCredit(text));
    }

    /** The paragraph without an invitation to sign up that a scraper ran together with it. */
    static String signUp(String paragraph) {
        Matcher matcher = SIGN_UP.matcher(paragraph);
        return matcher.lookingAt() ? paragraph.substring(matcher.end()) : paragraph;
    }

    /** A bracket before the first letter of what an agency says of itself; most paragraphs have none. */
    private static boolean mayEndWithAgency(String text) {
        int tail = Math.max(0, text.length() - LONGEST_TAIL);
        if (!hasOneOf("([", text, tail)) {
            return false;
        }
        for (int i = tail; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '(' || c == '[') && "acerwACERW".indexOf(text.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has one of some signs from an offset on; a look for each is far faster than one at each letter. */
    static boolean hasOneOf(String signs, String text, int from) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.indexOf(signs.charAt(i), from) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTail(String text, Pattern tail) {
        Matcher matcher = tail.matcher(text).region(Math.max(0, text.length() - LONGEST_TAIL), text.length());
        return matcher.find() ? SafeText.strip(text.substring(0, matcher.start())) : text;
    }
}
