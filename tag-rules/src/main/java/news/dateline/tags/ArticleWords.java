package news.dateline.tags;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;
import news.dateline.tags.RuleIndex.FieldIndex;
import org.apache.lucene.analysis.Analyzer;

/**
 * Where an article has the words that rules look for, and the rules that may match for that.
 *
 * <p>One instance serves one thread, article after article: the more rules, the more words of an article one of them looks for,
 * and what is kept of each must cost nothing.
 */
final class ArticleWords {
    /** No phrase reaches from one text into the next. */
    private static final int GAP = 10 * RuleQuery.MAX_DISTANCE;

    /** What an article of ordinary length needs; more is given back after a longer one. */
    private static final int MOST_KEPT = 1_024;
    private static final int MOST_DAYS = 366;

    private final TextWords words;

    private final WordPlaces all = new WordPlaces();

    /** Words that were asked for, by the key of {@link Anchor}. */
    private final LongTable<Occurrences> found = new LongTable<>();
    private final Map<String, Map<String, Occurrences>> begun = new HashMap<>();
    private final List<Occurrences> kept = new ArrayList<>();
    private int used;

    /** Numbers of the rules' alternatives that have an anchor, each once; those of a rule in a row. */
    private int[] candidates = new int[64];
    private int candidateCount;
    private final BitSet seen = new BitSet();

    /** The candidates of the rule that is run. */
    private int metFrom;
    private int metTo;
    private Pattern.Any metOf = new Pattern.Any(List.of());

    private final Map<LocalDate, List<String>> dates = new HashMap<>();

    private RuleIndex rules = RuleIndex.EMPTY;
    private String home = "";

    ArticleWords(Analyzer analyzer) {
        words = new TextWords(analyzer);
    }

    /** Begins an article. */
    void read(TaggableArticle article, RuleIndex index) throws IOException {
        forget();
        rules = index;
        read(TextPart.HEADLINE, article.headlineWithoutPublisher(), index.headline(), 0);
        int position = read(TextPart.SUMMARY, article.summary(), index.body(), GAP);
        read(TextPart.BODY, article.body(), index.body(), position + GAP);
        value(ArticleFields.LANGUAGE, article.language());
        value(ArticleFields.SOURCE, article.source());
        article.sections().forEach(section -> value(ArticleFields.SECTION, section));
        published(article.published());
        PlaceCodes.of(article, this::named);
        home = PublisherHome.of(article);
        value(ArticleFields.HOME, home);
        if (candidateCount > 0) {
            all.link();
            Arrays.sort(candidates, 0, candidateCount);
        }
    }

    private void forget() {
        for (int i = 0; i < candidateCount; i++) {
            seen.clear(candidates[i]);
        }
        candidateCount = 0;
        metTo = 0;
        all.clear();
        found.clear();
        begun.clear();
        if (kept.size() > MOST_KEPT) {
            kept.subList(MOST_KEPT, kept.size()).clear();
        }
        used = 0;
    }

    /**
     * Reads a text once, for its words as they stand and for the same without case and plural. A name that is shouted is a name as
     * well: {@code exact:Johnson} finds "BORIS JOHNSON".
     *
     * @param folded where the words without case and plural go
     * @param from   position of its first word
     * @return position behind its last word
     */
    private int read(TextPart in, String value, FieldIndex folded, int from) throws IOException {
        FieldIndex exact = rules.exact();
        int position = from;
        long exactBefore = 0;
        long namedBefore = 0;
        long foldedBefore = 0;
        words.read(value);
        while (words.next()) {
            long place = Place.of(in, words.start(), words.end());
            long whole = see(exact, words.exact(), exactBefore, namedBefore, position, place);
            namedBefore = words.isShouted()
                    ? see(exact, words.named(), exactBefore, namedBefore, position, place)
                    : 0;
            exactBefore = whole;
            foldedBefore = see(folded, words.folded(), foldedBefore, 0, position, place);
            all.add(exactBefore, foldedBefore, position, place);
            if (namedBefore != 0) {
                all.add(namedBefore, 0, position, place);
            }
            position++;
        }
        return position;
    }

    /**
     * Notes which rules may match because of a word; returns its key.
     *
     * @param before      key of the word before it as it stands, 0 where there is none
     * @param namedBefore the same where it is shouted, as a name
     */
    private long see(FieldIndex field, TextWords.Term word, long before, long namedBefore, int position, long place) {
        long key = field.key(word.key);
        mayMatch(field.alternatives(key));
        if (before != 0) {
            mayMatch(field.alternatives(WordKey.both(before, key)));
        }
        if (namedBefore != 0) {
            mayMatch(field.alternatives(WordKey.both(namedBefore, key)));
        }
        if (field.hasBeginnings()) {
            field.beginnings(word.letters, word.length, ofBeginning -> {
                mayMatch(ofBeginning);
                beginning(field.name(), word.toString(), position, place);
            });
        }
        return key;
    }

    private void value(String name, String value) {
        if (!value.isEmpty()) {
            FieldIndex field = rules.of(name);
            String word = ArticleFields.whole(value);
            char[] letters = word.toCharArray();
            value(field, WordKey.of(letters, letters.length), Place.NOWHERE);
            field.beginnings(letters, letters.length, ofBeginning -> {
                mayMatch(ofBeginning);
                beginning(name, word, 0, Place.NOWHERE);
            });
        }
    }

    /** A rule may ask for a day, a month or a year; most articles of a stream are of the same few days. */
    private void published(Instant time) {
        if (dates.size() > MOST_DAYS) {
            dates.clear();
        }
        dates.computeIfAbsent(LocalDate.ofInstant(time, ZoneOffset.UTC), ArticleWords::dates)
                .forEach(date -> value(ArticleFields.PUBLISHED, date));
    }

    private static List<String> dates(LocalDate day) {
        String text = day.toString();
        String month = text.substring(0, text.lastIndexOf('-'));
        return List.of(text, month, month.substring(0, month.lastIndexOf('-')));
    }

    private void value(FieldIndex field, long word, long place) {
        long key = field.key(word);
        mayMatch(field.alternatives(key));
        all.add(key, 0, 0, place);
    }

    /** A place that a rule may look for is found where the article names what tells of it. */
    private void named(long code, Mention mention) {
        value(rules.of(ArticleFields.PLACE), code, Place.of(mention.in(), mention.start(), mention.end()));
    }

    /** A word that begins as several rules want is kept once for each place. */
    private void beginning(String field, String word, int position, long place) {
        Occurrences places = begun.computeIfAbsent(field, unused -> new HashMap<>())
                .computeIfAbsent(word, unused -> another(word));
        if (!places.endsWith(place)) {
            places.add(position, place);
        }
    }

    private Occurrences another(String word) {
        if (used == kept.size()) {
            kept.add(new Occurrences());
        }
        return kept.get(used++).begin(word);
    }

    private void mayMatch(int[] numbers) {
        for (int number : numbers) {
            if (!seen.get(number)) {
                seen.set(number);
                if (candidateCount == candidates.length) {
                    candidates = Arrays.copyOf(candidates, 2 * candidateCount);
                }
                candidates[candidateCount++] = number;
            }
        }
    }

    /** Where its publisher is at home; empty where that is unknown. */
    String home() {
        return home;
    }

    /** Goes to the next rule that may match; empty where there is none. */
    Optional<CompiledRule> nextRule() {
        metFrom = metTo;
        if (metFrom == candidateCount) {
            return Optional.empty();
        }
        while (metTo < candidateCount && rules.areOfOneRule(candidates[metFrom], candidates[metTo])) {
            metTo++;
        }
        CompiledRule rule = rules.rule(candidates[metFrom]);
        metOf = rule.alternatives();
        return Optional.of(rule);
    }

    /** Whether these are the alternatives by which the rule may match; a rule may have others that are equal. */
    @SuppressWarnings("ReferenceEquality")
    boolean knowsMet(Pattern.Any alternatives) {
        return metOf == alternatives;
    }

    /** How many of the rule's alternatives have an anchor in the article. */
    int met() {
        return metTo - metFrom;
    }

    /** Which alternative of the rule that is. */
    int met(int i) {
        return rules.within(candidates[metFrom + i]);
    }

    /** Whether it has a word, by the key of its {@link Anchor}. */
    boolean has(long word) {
        return all.has(word);
    }

    /** The places of a word that it {@link #has}; empty where it has not. */
    Optional<Occurrences> find(long word) {
        Occurrences known = found.get(word);
        if (known != null) {
            return Optional.of(known);
        }
        if (!all.has(word)) {
            return Optional.empty();
        }
        Occurrences places = another("");
        all.addTo(places, word);
        found.put(word, places);
        return Optional.of(places);
    }

    Stream<Occurrences> beginningWith(String field, String beginning) {
        return begun.getOrDefault(field, Map.of()).values().stream().filter(word -> word.text().startsWith(beginning));
    }
}
