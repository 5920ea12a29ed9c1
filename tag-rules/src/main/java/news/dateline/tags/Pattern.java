package news.dateline.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.dateline.tags.ArticleWords.Occurrences;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/** A rule's query as it is run on the words of an article; {@link RulePattern} makes it. */
sealed interface Pattern {
    boolean matches(ArticleWords article);

    /** Gives where it matches, if it does, as long as the reader of the places has room for more. */
    void places(ArticleWords article, Places places);

    /** Words of which every matching article has at least one; of those that would do, the cheapest. */
    List<Anchor> anchors();

    /** Gives every word that it looks for, wanted or not. */
    void words(Consumer<Anchor> reader);

    /** One word. */
    record Word(Anchor word) implements Pattern {
        @Override
        public boolean matches(ArticleWords article) {
            return article.has(word);
        }

        @Override
        public void places(ArticleWords article, Places places) {
            article.find(word).ifPresent(found -> places.addAll(word.field(), found));
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

    /** Every word that begins so and fits: {@code harb*}, {@code harb?ur}, {@code harbour~}. */
    record Words(Anchor beginning, Optional<CharacterRunAutomaton> fits) implements Pattern {
        private Stream<Occurrences> found(ArticleWords article) {
            return article.beginningWith(beginning.field(), beginning.text())
                    .filter(word -> fits.isEmpty() || fits.get().run(word.text()));
        }

        @Override
        public boolean matches(ArticleWords article) {
            return found(article).findAny().isPresent();
        }

        @Override
        public void places(ArticleWords article, Places places) {
            found(article).forEach(word -> places.addAll(beginning.field(), word));
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
     */
    record Phrase(List<Anchor> row, List<Integer> offsets, int distance) implements Pattern {
        @Override
        public boolean matches(ArticleWords article) {
            for (Anchor word : row) {
                if (!article.has(word)) {
                    return false;
                }
            }
            return PhraseSearch.in(article, this).map(PhraseSearch::next).orElse(false);
        }

        @Override
        public void places(ArticleWords article, Places places) {
            PhraseSearch.in(article, this).ifPresent(search -> {
                while (places.hasRoom() && search.next()) {
                    places.add(row.getFirst().field(), search.first(), search.last());
                }
            });
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

    /** What must be there, what may be (one of it must, where nothing else must), and what must not. */
    record Clauses(List<Pattern> must, List<Pattern> may, List<Pattern> mustNot) implements Pattern {
        @Override
        public boolean matches(ArticleWords article) {
            for (Pattern clause : must) {
                if (!clause.matches(article)) {
                    return false;
                }
            }
            return (!must.isEmpty() || anyOf(may, article)) && !anyOf(mustNot, article);
        }

        private static boolean anyOf(List<Pattern> clauses, ArticleWords article) {
            for (Pattern clause : clauses) {
                if (clause.matches(article)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(ArticleWords article, Places places) {
            if (matches(article)) {
                must.forEach(clause -> clause.places(article, places));
                may.forEach(clause -> clause.places(article, places));
            }
        }

        @Override
        public List<Anchor> anchors() {
            return must.stream().map(Pattern::anchors)
                    .min(Comparator.comparingInt(any -> any.stream().mapToInt(Anchor::cost).sum()))
                    .orElseGet(() -> may.stream().flatMap(clause -> clause.anchors().stream()).distinct().toList());
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            Stream.of(must, may, mustNot).flatMap(List::stream).forEach(clause -> clause.words(reader));
        }
    }

    /** {@code (police OR court)^0}: must be there as much as without the {@code ^0}, but is no mention of what the rule is about. */
    record Context(Pattern pattern) implements Pattern {
        @Override
        public boolean matches(ArticleWords article) {
            return pattern.matches(article);
        }

        @Override
        public void places(ArticleWords article, Places places) {
            // Nowhere: that a word had to be there does not make it a mention.
        }

        @Override
        public List<Anchor> anchors() {
            return pattern.anchors();
        }

        @Override
        public void words(Consumer<Anchor> reader) {
            pattern.words(reader);
        }
    }

    /** The places of an article that a rule matches, in the fields of the rule. */
    interface Places {
        /** False when there are so many that no more are wanted. */
        boolean hasRoom();

        /** A place from one occurrence of a word to another. */
        void add(String field, ArticleWords.Occurrence first, ArticleWords.Occurrence last);

        default void addAll(String field, Occurrences word) {
            for (int i = 0; i < word.size() && hasRoom(); i++) {
                add(field, word.get(i), word.get(i));
            }
        }
    }
}
