package news.dateline.tags;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.dateline.contract.TextPart;
import news.dateline.tags.RuleIndex.FieldIndex;
import news.dateline.tags.RuleIndex.Wanted;

/** Where an article has the words that rules look for, and the rules that may match for that. */
final class ArticleWords {
    /** No phrase reaches from one text into the next. */
    private static final int GAP = 10 * RuleQuery.MAX_DISTANCE;

    private final Set<CompiledRule> candidates = new LinkedHashSet<>();
    private final Map<String, Map<String, Occurrences>> begun = new HashMap<>();
    private final TextWords words;
    private final RuleIndex rules;
    private final int bodyLength;

    /** The words that rules look for as a whole, by the key of {@link Anchor}. */
    private final LongTable<Occurrences> found = new LongTable<>();

    /** Where the word that is being read stands; null until a rule wants it. */
    private Occurrence here;

    private ArticleWords(TextWords words, RuleIndex rules, int bodyLength) {
        this.words = words;
        this.rules = rules;
        this.bodyLength = bodyLength;
    }

    static ArticleWords of(TaggableArticle article, RuleIndex rules, TextWords reader) throws IOException {
        ArticleWords words = new ArticleWords(reader, rules, article.body().length());
        words.read(TextPart.HEADLINE, article.headlineWithoutPublisher(), ArticleFields.HEADLINE, 0);
        int position = words.read(TextPart.SUMMARY, article.summary(), ArticleFields.BODY, GAP);
        words.read(TextPart.BODY, article.body(), ArticleFields.BODY, position + GAP);
        words.value(ArticleFields.LANGUAGE, article.language());
        words.value(ArticleFields.SOURCE, article.source());
        article.sections().forEach(section -> words.value(ArticleFields.SECTION, section));
        return words;
    }

    /**
     * Reads a text once, for its words as they stand and for the same without case and plural.
     *
     * @param field where the words without case and plural go
     * @param from  position of its first word
     * @return position behind its last word
     */
    private int read(TextPart in, String value, String field, int from) throws IOException {
        FieldIndex folded = rules.of(field);
        FieldIndex exact = rules.of(ArticleFields.EXACT);
        int position = from;
        Wanted exactBefore = null;
        Wanted foldedBefore = null;
        words.read(value);
        while (words.next()) {
            here = null;
            exactBefore = see(ArticleFields.EXACT, exact, words.exact(), exactBefore, in, position);
            foldedBefore = see(field, folded, words.folded(), foldedBefore, in, position);
            position++;
        }
        return position;
    }

    /** Notes a word where a rule looks for it; returns it as it is wanted, null where it is not. */
    private Wanted see(String field, FieldIndex wanted, TextWords.Term word, Wanted before, TextPart in,
            int position) {
        Wanted whole = wanted.whole(word.key);
        if (whole != null) {
            places(whole).add(here(in, position));
            if (before != null && whole.second()) {
                candidates.addAll(rules.ofPair(before, whole));
            }
        }
        if (wanted.hasBeginnings()) {
            wanted.beginnings(word.letters, word.length, beginning -> {
                candidates.addAll(beginning.rules());
                beginning(field, word.toString(), here(in, position));
            });
        }
        return whole;
    }

    private Occurrence here(TextPart in, int position) {
        if (here == null) {
            here = new Occurrence(in, position, words.start(), words.end());
        }
        return here;
    }

    private void value(String field, String value) {
        if (!value.isEmpty()) {
            String word = ArticleFields.whole(value);
            char[] letters = word.toCharArray();
            Wanted whole = rules.of(field).whole(WordKey.of(letters, letters.length));
            if (whole != null) {
                places(whole).add(Occurrence.OF_A_VALUE);
            }
            rules.of(field).beginnings(letters, letters.length, beginning -> {
                candidates.addAll(beginning.rules());
                beginning(field, word, Occurrence.OF_A_VALUE);
            });
        }
    }

    /** A word that begins as several rules want is kept once for each place. */
    private void beginning(String field, String word, Occurrence place) {
        Occurrences places = begun.computeIfAbsent(field, unused -> new HashMap<>())
                .computeIfAbsent(word, unused -> new Occurrences(word));
        if (places.size == 0 || !places.get(places.size - 1).equals(place)) {
            places.add(place);
        }
    }

    /** The places of a word; its rules are candidates from the first of them on. */
    private Occurrences places(Wanted wanted) {
        Occurrences places = found.get(wanted.key());
        if (places == null) {
            candidates.addAll(wanted.rules());
            places = new Occurrences(wanted.text());
            found.put(wanted.key(), places);
        }
        return places;
    }

    /** The rules that may match. */
    Collection<CompiledRule> candidates() {
        return candidates;
    }

    /** In UTF-16 units; 0 where headline and summary are all there is. */
    int bodyLength() {
        return bodyLength;
    }

    boolean has(Anchor word) {
        return found.get(word.key()) != null;
    }

    Optional<Occurrences> find(Anchor word) {
        return Optional.ofNullable(found.get(word.key()));
    }

    Stream<Occurrences> beginningWith(String field, String beginning) {
        return begun.getOrDefault(field, Map.of()).values().stream().filter(word -> word.text().startsWith(beginning));
    }

    /**
     * A word at one place of an article.
     *
     * @param in       where it stands; a value that is no text counts as the body, and has no place
     * @param position counted in words, through all of them
     * @param start    in the text, in UTF-16 units
     * @param end      behind the word
     */
    record Occurrence(TextPart in, int position, int start, int end) {
        private static final Occurrence OF_A_VALUE = new Occurrence(TextPart.BODY, 0, 0, 0);
    }

    /** A word at all its places, in the order of the texts. */
    static final class Occurrences {
        private final String text;
        private Occurrence[] places = new Occurrence[2];
        private int size;

        private Occurrences(String text) {
            this.text = text;
        }

        private void add(Occurrence place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
        }

        String text() {
            return text;
        }

        int size() {
            return size;
        }

        Occurrence get(int i) {
            return places[i];
        }

        int position(int i) {
            return places[i].position();
        }
    }
}
