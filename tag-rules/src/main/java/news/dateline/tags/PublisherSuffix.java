package news.dateline.tags;

import java.util.List;

/** A publisher's name behind a headline, as aggregators write it: a few capitalised words after a dash or a bar. */
final class PublisherSuffix {
    private static final String SEPARATORS = "-|–—";
    private static final int MOST_WORDS = 5;
    private static final int LEAST_WORDS_BEFORE = 3;

    private PublisherSuffix() {
    }

    /** Where the suffix begins; the headline's length where it has none. */
    static int start(String headline) {
        int start = lastSeparator(headline);
        if (start < 0) {
            return headline.length();
        }
        String[] words = headline.substring(start + " - ".length()).split(" ");
        boolean name = words.length <= MOST_WORDS && List.of(words).stream().noneMatch(PublisherSuffix::isPlainWord)
                && headline.substring(0, start).split(" ").length >= LEAST_WORDS_BEFORE;
        return name ? start : headline.length();
    }

    /** Where the blank stands before the last separator that has one on either side; -1 where there is none. */
    private static int lastSeparator(String headline) {
        int blank = -1;
        for (int i = headline.length() - 1; i > 0; i--) {
            char c = headline.charAt(i);
            if (c == ' ') {
                blank = i;
            } else if (blank == i + 1 && headline.charAt(i - 1) == ' ' && SEPARATORS.indexOf(c) >= 0) {
                return i - 1;
            }
        }
        return -1;
    }

    private static boolean isPlainWord(String word) {
        return !word.isEmpty() && Character.isLowerCase(word.charAt(0)) && word.indexOf('.') < 0
                && !List.of("of", "the", "and", "in").contains(word);
    }
}
