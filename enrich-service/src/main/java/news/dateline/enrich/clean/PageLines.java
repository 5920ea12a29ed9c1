package news.dateline.enrich.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines of a page that say who wrote it, when, how long it takes to read, and what its player or its form cannot do. */
final class PageLines {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_NOTE = 300;
    private static final int MOST_BYLINE_WORDS = 14;

    private static final Beginnings BYLINE_BEGINNINGS = Beginnings.of("by ", "by: ", "written by ", "reported by ",
            "posted by ", "edited by ", "reviewed by ", "words by ", "story by ", "compiled by ", "published by ",
            "updated by ", "par ", "von ");

    private static final Set<String> WITHIN_BYLINE = Set.of("and", "&", "of", "the", "for", "in", "at", "|", "-", "–",
            "—", "/", "de", "van", "von", "der", "et", "und", "am", "pm", "with", "by",
            "correspondent", "correspondent,", "editor", "editor,", "reporter", "reporter,", "writer", "writer,");

    /** "Ada Quill, Health Editor", "Harbour correspondent, Vellmar News". */
    private static final Pattern ROLE = Pattern.compile("^\\p{Lu}[\\p{L}.'’-]{0,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20}){1,3},"
            + "(?: [\\p{L}-]{1,20}){0,4} (?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]olumnist|[Ww]riter)$");
    private static final Pattern ROLE_BELOW_NAME = Pattern.compile(
            "^(?:[\\p{L}-]{1,20} ){0,4}(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]olumnist|[Ww]riter)(?:,.{0,60})?$");
    private static final int LONGEST_ROLE = 80;

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|janv|févr|avr|juil|août)"
            + "\\p{L}{0,6}\\.?";
    private static final String DATE = "(?:" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|er)? " + MONTH
            + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})";

    /** "Updated: May 11, 2020 6:53:03 pm", "ANI | Updated: May 13, 2020 11:03 IST". */
    private static final Pattern TIMESTAMP = Pattern.compile("^(?:[\\p{L} ]{2,30}\\| ?)?"
            + "(?:(?:last |first )?(?:updated|published|posted|modified)|publié le|mis à jour|veröffentlicht|stand)"
            + "(?: on| at|:)? .{0,40}\\d.{0,70}$");

    private static final Pattern DATE_ALONE = Pattern.compile(
            "^(?:\\d{1,2}[:.]\\d{2} ?[ap]m,? )?(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}{0,6},? )?" + DATE
                    + "(?:,? \\d{4}|(?=.*\\d[:.h]\\d))(?:,? (?:at )?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?)?(?: ?[ap]\\.?m\\.?)?(?: [a-z]{2,5})?(?: ?·)?$");

    private static final Pattern READING_TIME = Pattern.compile("^\\d{1,3}[ -]min(?:ute)?s?(?: read| to read)?$");

    /** One address, or what is left of it where the text was cut. */
    private static final Pattern ADDRESS = Pattern.compile("^(?:https?://|www\\.)\\S+$");

    private static final Beginnings ADDRESS_BEGINNINGS = Beginnings.of("http", "www.");
    private static final int READING_TIME_LENGTH = 30;

    private static final Pattern ADDRESS_WITHIN = Pattern.compile("(?:https?://|www\\.|bit\\.ly/)\\S+");
    private static final int LONGEST_PROMOTION = 100;

    private static final Beginnings PROMOTING = Beginnings.of("subscribe", "follow ", "like us", "watch more",
            "watch full",
            "more ", "for more", "click", "read more", "download", "get the app", "stream ", "connect with", "tweet",
            "sign up", "» subscribe", "visit ", "view more", "check out our", "join us", "join our", "buy ");

    private static final Beginnings NOTES = Beginnings.of("media playback is unsupported",
            "media playback is not supported",
            "to view this video please enable", "this video is not available", "this video is unavailable",
            "this content is not available", "sign in to report inappropriate", "sign in to comment",
            "sign in to make your",
            "log in to comment", "chat with us in facebook messenger", "yahoo fait partie de", "yahoo is part of",
            "yahoo is now part of", "réagir à cet article", "you must be logged in", "enable notifications",
            "turn on notifications", "allow notifications", "a version of this story appeared in",
            "a version of this article appeared in", "this article originally appeared on",
            "this story originally appeared on", "this story was originally published", "listen to the audio version",
            "check your inbox", "thank you for subscribing", "you have successfully subscribed",
            "we will never share your email", "enjoying this newsletter", "something went wrong",
            "oops, something went wrong", "nous utilisons des cookies", "ce site utilise des cookies",
            "wir verwenden cookies", "diese website verwendet cookies", "diese seite verwendet cookies",
            "utilizamos cookies", "este sitio utiliza cookies", "este sitio web utiliza cookies",
            "questo sito utilizza cookie", "deze website gebruikt cookies", "ce contenu est bloqué",
            "support our journalism", "support independent journalism", "story continues", "scroll down",
            "we will use your details",
            "the most important news stories of the day");

    private static final List<ParagraphRule> RULES = List.of(
            new ParagraphRule("byline", PageLines::isByline),
            new ParagraphRule("role", PageLines::isRole),
            new ParagraphRule("timestamp", PageLines::isTimestamp),
            new ParagraphRule("reading time",
                    p -> p.isShorterThan(READING_TIME_LENGTH) && READING_TIME.matcher(p.lower()).matches()),
            new ParagraphRule("address",
                    p -> p.startsWithAny(ADDRESS_BEGINNINGS) && ADDRESS.matcher(p.lower()).matches()),
            new ParagraphRule("promoted address", PageLines::isPromotion),
            new ParagraphRule("page note", p -> p.isShorterThan(LONGEST_NOTE) && p.startsWithAny(NOTES)));

    private PageLines() {
    }

    /** The name of the rule by which the paragraph is none of the article's. */
    static Optional<String> ruleFor(Paragraph paragraph) {
        return ParagraphRule.first(RULES, paragraph);
    }

    /** "By Ada Quill and Bo Lind", "By: Desk | Vellmar |": nothing but names, places and times. */
    private static boolean isByline(Paragraph paragraph) {
        if (!paragraph.isShorterThan(LONGEST_LINE) || !paragraph.startsWithAny(BYLINE_BEGINNINGS)
                || (Headlines.isSentence(paragraph.text()) && !endsWithAbbreviation(paragraph.text()))) {
            return false;
        }
        String[] words = paragraph.text().split("[ \\u00A0]+", -1);
        if (words.length > MOST_BYLINE_WORDS || !Character.isUpperCase(words[0].charAt(0))) {
            return false;
        }
        for (int i = words[0].equalsIgnoreCase("by") || words[0].endsWith(":") ? 1 : 2; i < words.length; i++) {
            String word = words[i];
            if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !WITHIN_BYLINE.contains(word)) {
                return false;
            }
        }
        return words.length > 1;
    }

    /** What its writer is, behind the name or below it. */
    private static boolean isRole(Paragraph paragraph) {
        return paragraph.isShorterThan(LONGEST_ROLE) && !paragraph.isSentence()
                && (ROLE.matcher(paragraph.text()).matches()
                        || (ROLE_BELOW_NAME.matcher(paragraph.text()).matches()
                                && isByline(new Paragraph(paragraph.before(), "", ""))));
    }

    private static boolean endsWithAbbreviation(String text) {
        int dot = text.length() - 1;
        return text.charAt(dot) == '.' && dot > 2
                && (text.charAt(dot - 2) == '.' || text.charAt(dot - 2) == ' ' || text.endsWith(" Jr."));
    }

    private static boolean isTimestamp(Paragraph paragraph) {
        return paragraph.isShorterThan(LONGEST_LINE) && !paragraph.isSentence()
                && (TIMESTAMP.matcher(paragraph.lower()).matches() || DATE_ALONE.matcher(paragraph.lower()).matches());
    }

    /** "» Subscribe to Vellmar TV: http://…", and hardly a word besides. */
    private static boolean isPromotion(Paragraph paragraph) {
        if (!paragraph.isShorterThan(LONGEST_NOTE) || !paragraph.startsWithAny(PROMOTING)) {
            return false;
        }
        String rest = ADDRESS_WITHIN.matcher(paragraph.lower()).replaceAll("");
        return rest.length() < paragraph.text().length() && rest.length() < LONGEST_PROMOTION;
    }
}
