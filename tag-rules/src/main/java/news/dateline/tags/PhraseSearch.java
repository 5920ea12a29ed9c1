package news.dateline.tags;

import java.util.Optional;

/**
 * Finds the places where the words of a phrase stand in a row, or near enough.
 *
 * <p>It looks at one occurrence of each word at a time. Where a word would have to be for the phrase to begin at position 0
 * is its lag; in a row all lags are equal, and the farther apart the lags, the more the words are out of place. The word
 * that lags least far goes on to its next occurrence, so every place is come by in one pass.
 */
final class PhraseSearch {
    private final Pattern.Phrase phrase;
    private final Occurrences[] words;
    private final int[] at;
    private boolean begun;

    private PhraseSearch(Pattern.Phrase phrase, Occurrences[] words) {
        this.phrase = phrase;
        this.words = words;
        this.at = new int[words.length];
    }

    /** Empty where the article lacks one of the words. */
    static Optional<PhraseSearch> in(ArticleWords article, Pattern.Phrase phrase) {
        Occurrences[] words = new Occurrences[phrase.keys().length];
        for (int i = 0; i < words.length; i++) {
            Optional<Occurrences> found = article.find(phrase.keys()[i]);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            words[i] = found.get();
        }
        return Optional.of(new PhraseSearch(phrase, words));
    }

    /** Goes to the next place; false where there is none. */
    boolean next() {
        while (!begun || advance()) {
            begun = true;
            if (lag(last(true)) - lag(last(false)) <= phrase.distance() && !sharesAWord()) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() {
        int least = last(false);
        at[least]++;
        return at[least] < words[least].size();
    }

    private int last(boolean farthest) {
        int found = 0;
        for (int i = 1; i < words.length; i++) {
            if (farthest ? lag(i) > lag(found) : lag(i) < lag(found)) {
                found = i;
            }
        }
        return found;
    }

    private int lag(int word) {
        return words[word].position(at[word]) - phrase.offsets().get(word);
    }

    /** In "ha ha"~2 one ha is not two. */
    private boolean sharesAWord() {
        for (int i = 0; i < words.length; i++) {
            for (int j = 0; j < i; j++) {
                if (words[i] == words[j] && at[i] == at[j]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From the first of the words as the article has them to the last. */
    long place() {
        long first = words[0].place(at[0]);
        long last = first;
        for (int i = 1; i < words.length; i++) {
            long other = words[i].place(at[i]);
            first = Place.start(other) < Place.start(first) ? other : first;
            last = Place.end(other) >= Place.end(last) ? other : last;
        }
        return Place.upTo(first, last);
    }
}
