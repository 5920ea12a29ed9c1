package news.dateline.enrich.clean;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A publisher's name as it may stand behind a headline: written out ("The Vellmar Post"), as its site is called
 * ("vellmarpost.example"), abbreviated by its site ("vpost.example"), or in Cyrillic.
 */
final class PublisherName {
    private static final int LEAST_NAME = 4;
    private static final int LEAST_ABBREVIATION = 3;
    private static final int LONGEST_ADDITION = 12;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 60;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]");

    /** What an abbreviation may leave out. */
    private static final Set<String> SMALL_WORDS = Set.of("the", "of", "and", "a", "la", "le", "les", "l", "de", "des",
            "du", "d", "el", "il", "der", "die", "das");

    private static final Map<Character, String> LATIN = latin();

    private final String name;

    private PublisherName(String name) {
        this.name = name;
    }

    /** Of a site's host, what stands before its domain. */
    static PublisherName of(String publisher) {
        String given = publisher.strip();
        String host = given.regionMatches(true, 0, "www.", 0, 4) ? given.substring(4) : given;
        int domain = host.indexOf('.');
        boolean isHost = domain > 0 && host.indexOf(' ') < 0;
        return new PublisherName(String.join("", words(isHost ? host.substring(0, domain) : host)));
    }

    boolean isWrittenAs(String text) {
        if (name.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        List<String> words = words(withoutDomain(text));
        String all = String.join("", words);
        return !words.isEmpty() && words.size() <= MOST_WORDS && (isNearly(all) || isNearly(allWords(text))
                || (isWrittenAsName(text) && (words.getFirst().equals(name) || words.getLast().equals(name)
                        || isAbbreviated(words)))
                || (isCyrillic(text) && skeleton(all).equals(skeleton(name))
                        && skeleton(name).length() >= LEAST_ABBREVIATION));
    }

    private static String allWords(String text) {
        return String.join("", words(text));
    }

    /** "NEWS.com.au" for "News", "The Vellmar Post" for "Vellmar Post". */
    private boolean isNearly(String written) {
        return written.equals(name)
                || (written.length() >= LEAST_NAME && (name.startsWith(written) || name.endsWith(written)))
                || (name.length() >= LEAST_NAME && written.length() < name.length() + LONGEST_ADDITION
                        && (written.startsWith(name) || written.endsWith(name)));
    }

    /** "vpost" for "Vellmar Post": the beginnings of its words, one behind the other. */
    private boolean isAbbreviated(List<String> words) {
        long telling = words.stream().filter(word -> !SMALL_WORDS.contains(word)).count();
        return telling > 0 && (telling > 1 || name.length() >= LEAST_ABBREVIATION) && isAbbreviated(words, 0, 0);
    }

    private boolean isAbbreviated(List<String> words, int word, int from) {
        if (word == words.size()) {
            return from == name.length();
        }
        String next = words.get(word);
        if (SMALL_WORDS.contains(next) && isAbbreviated(words, word + 1, from)) {
            return true;
        }
        int longest = Math.min(next.length(), name.length() - from);
        for (int letters = 1; letters <= longest
                && next.charAt(letters - 1) == name.charAt(from + letters - 1); letters++) {
            if (isAbbreviated(words, word + 1, from + letters)) {
                return true;
            }
        }
        return false;
    }

    /** A name has its words in capitals; "time to go" behind a dash is none. Cyrillic ones have only the first. */
    private static boolean isWrittenAsName(String text) {
        boolean cyrillic = isCyrillic(text);
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            if (!word.isEmpty() && !cyrillic && Character.isLowerCase(word.charAt(0))
                    && !SMALL_WORDS.contains(word) && text.indexOf('.' + word) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCyrillic(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127
                    && Character.UnicodeScript.of(text.charAt(i)) == Character.UnicodeScript.CYRILLIC) {
                return true;
            }
        }
        return false;
    }

    /** "VELLMAR.RU": what stands behind the last dot says where its site is. */
    private static String withoutDomain(String text) {
        int dot = text.lastIndexOf('.');
        boolean domain = dot > 0 && dot + 1 < text.length() && text.indexOf(' ', dot) < 0
                && Character.isLetterOrDigit(text.charAt(dot - 1));
        return domain ? text.substring(0, dot) : text;
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain, -1)) {
            if (!word.isEmpty() && !inLatin(word).isEmpty()) {
                words.add(inLatin(word));
            }
        }
        return words;
    }

    private static String inLatin(String word) {
        if (!isCyrillic(word)) {
            return word;
        }
        StringBuilder latin = new StringBuilder(2 * word.length());
        for (int i = 0; i < word.length(); i++) {
            latin.append(LATIN.getOrDefault(word.charAt(i), word.substring(i, i + 1)));
        }
        return latin.toString();
    }

    /** Sites spell their Cyrillic names this way and that; most differ in vowels, and in "k" or "c". */
    private static String skeleton(String name) {
        return VOWELS.matcher(name).replaceAll("").replace('c', 'k').replace("x", "ks");
    }

    private static Map<Character, String> latin() {
        String cyrillic = "абвгдежзиклмнопрстуфхцчшщъыьэюяіє";
        String[] latin = "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i ye".split(" ", -1);
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < latin.length; i++) {
            letters.put(cyrillic.charAt(i), latin[i]);
        }
        return Map.copyOf(letters);
    }
}
