package news.dateline.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/** A rule's query as it is run on the words of an article; {@link RulePattern} makes it. */
sealed interface Pattern {
    /** Whether it matches; where, is added to the places, as long as there is room, and nothing is if it does not. */
    boolean find(ArticleWords article, MatchedPlaces places);

    /** Words of which every matching article has at least one; of those that would do, the cheapest. */
    List<Anchor> anchors();

    /** What its anchors are anchors of: of these clauses every matching article has at least one. */
    default Any alternatives() {
        return new Any(List.of(this));
    }

    /** Gives every word that it looks for, wanted or not. */
    void words(Consumer<Anchor> reader);

    private static boolean findWord(long key, ArticleWords article, MatchedPlaces places) {
        Optional<Occurrences> found = article.find(key);
        found.ifPresent(word -> addAll(word, places));
        return found.isPresent();
    }

    private static void addAll(Occurrences word, MatchedPlaces places) {
        for (int i = 0; i < word.size() && places.hasRoom(); i++) {
            places.add(word.place(i));
        }
    }

    /** One word. */
    record Word(Anchor word) implements Pattern {
        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            return findWord(word.key(), article, places);
        }

        @Override
        public List<Anchor> anchors() {
            return List.of(word);
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            reader.accept(word);
        }
    }

    /**
     * Any of some clauses: nearly all that a rule has are here, and of nearly all an article has not even their word.
     *
     * @param needed for each clause the key of a word that it can't do without; 0 where it has no such word
     */
    record Any(List<Pattern> clauses, long[] needed) implements Pattern {
        Any(List<Pattern> clauses) {
            this(clauses, clauses.stream().mapToLong(clause -> neededOf(clause.anchors())).toArray());
        }

        private static long neededOf(List<Anchor> anchors) {
            return anchors.size() == 1 && !anchors.getFirst().prefix() ? anchors.getFirst().key() : 0;
        }

        boolean isEmpty() {
            return clauses.isEmpty();
        }

        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            if (article.knowsMet(this)) {
                return findMet(article, places);
            }
            boolean found = false;
            for (int i = 0; i < needed.length && (!found || places.hears()); i++) {
                if (needed[i] == 0 || article.has(needed[i])) {
                    found |= clauses.get(i).find(article, places);
                }
            }
            return found;
        }

        /** The others have no anchor in the article. */
        private boolean findMet(ArticleWords article, MatchedPlaces places) {
            boolean found = false;
            for (int i = 0; i < article.met() && (!found || places.hears()); i++) {
                found |= clauses.get(article.met(i)).find(article, places);
            }
            return found;
        }

        @Override
        public Any alternatives() {
            return this;
        }

        @Override
        public List<Anchor> anchors() {
            return clauses.stream().flatMap(clause -> clause.anchors().stream()).distinct().toList();
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            clauses.forEach(clause -> clause.words(reader));
        }
    }

    /** Every word that begins so and fits: {@code harb*}, {@code harb?ur}, {@code harbour~}. */
    record Words(Anchor beginning, Optional<CharacterRunAutomaton> fits) implements Pattern {
        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            List<Occurrences> found = article.beginningWith(beginning.field(), beginning.text())
                    .filter(word -> fits.isEmpty() || fits.get().run(word.text())).toList();
            found.forEach(word -> addAll(word, places));
            return !found.isEmpty();
        }

        @Override
        public List<Anchor> anchors() {
            return List.of(beginning);
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            reader.accept(beginning);
        }
    }

    /**
     * Words in a row, or near to each other.
     *
     * @param distance how far, in words, they may be moved in all from standing in a row
     * @param keys     of the words
     */
    record Phrase(List<Anchor> row, List<Integer> offsets, int distance, long[] keys) implements Pattern {
        Phrase(List<Anchor> row, List<Integer> offsets, int distance) {
            this(row, offsets, distance, Anchor.keys(row));
        }

        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            for (long word : keys) {
                if (!article.has(word)) {
                    return false;
                }
            }
            Optional<PhraseSearch> search = PhraseSearch.in(article, this);
            if (search.isEmpty() || !search.get().next()) {
                return false;
            }
            do {
                places.add(search.get().place());
            } while (places.hasRoom() && search.get().next());
            return true;
        }

        /** Of two words in a row an article has few: of the rules for phrases, it leaves one in five to be run. */
        @Override
        public List<Anchor> anchors() {
            List<Anchor> each = new ArrayList<>(row);
            for (int i = 1; distance == 0 && i < row.size(); i++) {
                if (offsets.get(i) == offsets.get(i - 1) + 1) {
                    each.add(row.get(i).behind(row.get(i - 1)));
                }
            }
            return List.of(each.stream().min(Comparator.comparingInt(Anchor::cost)).orElseThrow());
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            row.forEach(reader);
        }
    }

    /**
     * What must be there, what may be (one of it must, where nothing else must), and what must not.
     *
     * @param takesAway whether what must not be there only takes away the mentions that are part of it, if it stands around
     *                  some: {@code exact:"New York" AND NOT exact:"New York Times"}
     */
    record Clauses(List<Pattern> must, Any may, Any mustNot, boolean takesAway) implements Pattern {
        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            int before = places.size();
            boolean found = findWanted(article, places) && (mustNot.isEmpty() || isLeft(article, places, before));
            if (!found) {
                places.backTo(before);
            }
            return found;
        }

        private boolean findWanted(ArticleWords article, MatchedPlaces places) {
            for (Pattern clause : must) {
                if (!clause.find(article, places)) {
                    return false;
                }
            }
            return (!must.isEmpty() && !places.hears()) || may.find(article, places) || !must.isEmpty();
        }

        private boolean isLeft(ArticleWords article, MatchedPlaces places, int wanted) {
            if (takesAway && places.hears()) {
                int unwanted = places.size();
                return !mustNot.find(article, places) || places.takeAway(wanted, unwanted);
            }
            places.hearNothing();
            boolean found = mustNot.find(article, places);
            places.hearAgain();
            return !found;
        }

        @Override
        public List<Anchor> anchors() {
            return rarest().anchors();
        }

        @Override
        public Any alternatives() {
            return rarest().alternatives();
        }

        private Pattern rarest() {
            return must.stream().min(Comparator.comparingInt(Clauses::cost)).orElse(may);
        }

        private static int cost(Pattern pattern) {
            return pattern.anchors().stream().mapToInt(Anchor::cost).sum();
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            must.forEach(clause -> clause.words(reader));
            may.words(reader);
            mustNot.words(reader);
        }
    }

    /** {@code (police OR court)^0}: must be there as much as without the {@code ^0}, but is no mention of what the rule is about. */
    record Context(Pattern pattern) implements Pattern {
        @Override
        public boolean find(ArticleWords article, MatchedPlaces places) {
            places.hearNothing();
            boolean found = pattern.find(article, places);
            places.hearAgain();
            return found;
        }

        @Override
        public List<Anchor> anchors() {
            return pattern.anchors();
        }

        @Override
        public Any alternatives() {
            return pattern.alternatives();
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            pattern.words(reader);
        }
    }
}
