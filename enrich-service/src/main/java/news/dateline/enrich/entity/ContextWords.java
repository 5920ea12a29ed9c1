package news.dateline.enrich.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Known;
import news.dateline.enrich.entity.Meaning.Sense;

/**
 * The context test: which of its senses an ambiguous name has in an article, by how many different words of the article
 * speak for each. Without any, or with as many for two, the usual sense holds; where there is none, nothing is said.
 */
final class ContextWords {
    /** Further down an article hardly says what its names mean. */
    private static final int LOOK_AT_CHARS = 20_000;

    /** Different words that speak for a sense are told apart by bits. */
    private static final int MOST_WORDS = 63;

    private final Map<Ambiguous, int[]> firstSenseOf = new HashMap<>();
    private final WordTable sensesByWord = new WordTable();
    private int senses;

    ContextWords(List<Ambiguous> names) {
        for (Ambiguous name : names) {
            firstSenseOf.put(name, new int[]{senses});
            for (Sense sense : name.senses()) {
                List<String> words = sense.words();
                if (words.size() > MOST_WORDS) {
                    throw new IllegalStateException("too many words for one sense of " + name.name());
                }
                for (int bit = 0; bit < words.size(); bit++) {
                    add(Words.hash(words.get(bit)), senses, bit);
                }
                senses++;
            }
        }
    }

    private void add(long word, int sense, int bit) {
        int[] old = sensesByWord.get(word);
        int[] more = Arrays.copyOf(old, old.length + 2);
        more[old.length] = sense;
        more[old.length + 1] = bit;
        sensesByWord.put(word, more);
    }

    /** For each sense the words of headline and text that speak for it, as bits. */
    long[] heard(Words words, String headline, String text) {
        long[] heard = new long[senses];
        hear(words, headline, heard);
        hear(words, text, heard);
        return heard;
    }

    private void hear(Words words, String text, long[] heard) {
        int at = 0;
        int end = Math.min(text.length(), LOOK_AT_CHARS);
        while (at < end) {
            at = words.read(text, at);
            for (int i = 0; i < words.size(); i++) {
                int[] speaksFor = sensesByWord.get(words.hash[i]);
                for (int s = 0; s < speaksFor.length; s += 2) {
                    heard[speaksFor[s]] |= 1L << speaksFor[s + 1];
                }
            }
        }
    }

    /**
     * The sense that a name has.
     *
     * @param besideIt what the words right beside its mentions say for each sense
     */
    Optional<Known> decide(Ambiguous name, long[] heard, int[] besideIt) {
        int first = firstSenseOf.get(name)[0];
        int best = 0;
        int usual = -1;
        boolean tie = true;
        for (int i = 0; i < name.senses().size(); i++) {
            int score = Long.bitCount(heard[first + i]) + besideIt[i];
            usual = name.senses().get(i).usual() ? i : usual;
            if (score > best) {
                best = score;
                tie = false;
            } else if (score == best) {
                tie = true;
            }
        }
        if (tie) {
            return usual < 0 ? Optional.empty() : name.senses().get(usual).known();
        }
        for (int i = 0; i < name.senses().size(); i++) {
            if (Long.bitCount(heard[first + i]) + besideIt[i] == best) {
                return name.senses().get(i).known();
            }
        }
        return Optional.empty();
    }
}
