package news.dateline.enrich.clean;

import java.util.List;
import org.jsoup.parser.Parser;

/** What a headline is: one line, its entities resolved, its publisher's suffix not more than once, or not at all. */
final class Headlines {
    private static final List<String> SUFFIX_SEPARATORS = List.of(" - ", " | ", " – ", " — ");
    private static final int LONGEST = 300;
    private static final int MOST_SUFFIXES = 3;

    private Headlines() {
    }

    static String fold(String headline) {
        String line = oneLine(
                SafeText.of(headline.indexOf('&') < 0 ? headline : Parser.unescapeEntities(headline, false)));
        for (String separator : SUFFIX_SEPARATORS) {
            int last = line.lastIndexOf(separator);
            if (last > 0) {
                int length = line.length() - last;
                int end = last;
                while (end > length && line.regionMatches(end - length, line, last, length)) {
                    end -= length;
                }
                line = line.substring(0, end + length);
            }
        }
        return line;
    }

    /** The headline without "- Vellmar Post" behind it, where that is its publisher, or "- Post - vellmar.example". */
    static String withoutPublisher(String headline, String publisher) {
        if (!hasSeparator(headline)) {
            return headline;
        }
        PublisherName name = PublisherName.of(publisher);
        int end = headline.length();
        for (int cut = 0; cut < MOST_SUFFIXES; cut++) {
            end = suffixStart(headline.substring(0, end), name);
        }
        return headline.substring(0, end);
    }

    private static boolean hasSeparator(String headline) {
        for (String separator : SUFFIX_SEPARATORS) {
            if (headline.contains(separator)) {
                return true;
            }
        }
        return false;
    }

    /** Where the publisher's name begins that a headline ends with; the headline's length where it ends with none. */
    private static int suffixStart(String headline, PublisherName name) {
        for (String separator : SUFFIX_SEPARATORS) {
            int last = headline.lastIndexOf(separator);
            if (last > 0 && name.isWrittenAs(headline.substring(last + separator.length()))) {
                return last;
            }
        }
        return headline.length();
    }

    /** The first line of a page; of a first line as long as a paragraph its first sentence. */
    static String fromPage(List<String> paragraphs) {
        if (paragraphs.isEmpty()) {
            return "";
        }
        String first = oneLine(paragraphs.getFirst());
        if (first.length() <= LONGEST) {
            return first;
        }
        String beginning = first.substring(0, LONGEST);
        int sentence = beginning.indexOf(". ");
        if (sentence > 0) {
            return beginning.substring(0, sentence + 1);
        }
        int word = beginning.lastIndexOf(' ');
        int end = word > 0 ? word : Character.isHighSurrogate(beginning.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return beginning.substring(0, end) + "…";
    }

    /** Whether a paragraph says just what the headline says, the publisher's suffix aside. */
    static boolean same(String headline, String paragraph) {
        if (headline.isEmpty() || paragraph.length() > 2 * headline.length() + 20
                || firstLetter(headline) != firstLetter(paragraph)) {
            return false;
        }
        String one = key(headline);
        String other = key(paragraph);
        if (one.equals(other)) {
            return true;
        }
        String shorter = one.length() < other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        return longer.startsWith(shorter)
                && SUFFIX_SEPARATORS.stream().anyMatch(s -> longer.startsWith(s, shorter.length())
                        && longer.indexOf(s, shorter.length() + s.length()) < 0);
    }

    /** The first letter or digit without case; by it most paragraphs are told from the headline. */
    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return Character.toLowerCase(c);
            }
        }
        return 0;
    }

    static boolean isSentence(String text) {
        int end = text.length();
        while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ".!?…。！？।؟".indexOf(text.charAt(end - 1)) >= 0;
    }

    private static String key(String text) {
        return oneLine(Paragraph.lower(text).replace('“', '"').replace('”', '"'));
    }

    private static String oneLine(String text) {
        return SafeText.strip(isOneLine(text) ? text : joined(text));
    }

    /** No blank but single ones: nearly every headline is. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? i > 0 && text.charAt(i - 1) == ' ' : SafeText.isBlank(c)) {
                return false;
            }
        }
        return true;
    }

    private static String joined(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!SafeText.isBlank(c)) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
