package news.dateline.enrich.tag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.TagMatch;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** One article as an index that queries can be run on, and the rules that are worth running on it. */
final class ArticleIndex {
    /** An article of a million words may hold a word a million times. */
    private static final int MAX_HITS = 1_000;

    private final MemoryIndex index = new MemoryIndex(true, false);
    private final Set<CompiledRule> candidates = new LinkedHashSet<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final RuleIndex rules;
    private final Analyzer analyzer;
    private Optional<IndexSearcher> searcher = Optional.empty();

    /** A text of the article within a field of the index, from where on its offsets count there. */
    private record Piece(String field, String name, String text, int base) {}

    ArticleIndex(TaggableArticle article, RuleIndex rules, Analyzer analyzer) {
        this.rules = rules;
        this.analyzer = analyzer;
        String headline = article.headlineWithoutPublisher();
        add(ArticleFields.HEADLINE, List.of(new Piece("", TagMatch.HEADLINE, headline, 0)));
        List<Piece> body = new ArrayList<>();
        if (!article.summary().isEmpty()) {
            body.add(new Piece("", TagMatch.SUMMARY, article.summary(), 0));
        }
        body.add(new Piece("", TagMatch.BODY, article.body(), 0));
        add(ArticleFields.BODY, body);
        List<Piece> all = new ArrayList<>(body);
        all.addFirst(new Piece("", TagMatch.HEADLINE, headline, 0));
        add(ArticleFields.EXACT, all);
        add(ArticleFields.LANGUAGE, article.language());
        add(ArticleFields.SOURCE, article.source());
        article.sections().forEach(section -> add(ArticleFields.SECTION, section));
    }

    /** The rules that may match. */
    Collection<CompiledRule> candidates() {
        return candidates;
    }

    private void add(String field, List<Piece> texts) {
        RuleIndex.FieldIndex wanted = rules.of(field);
        int base = 0;
        for (Piece text : texts) {
            pieces.add(new Piece(field, text.name(), text.text(), base));
            CandidateFilter words = new CandidateFilter(analyzer.tokenStream(field, text.text()), wanted, candidates);
            index.addField(field, words, analyzer.getPositionIncrementGap(field), 1);
            base += words.room();
        }
    }

    private void add(String field, String value) {
        if (!value.isEmpty()) {
            TokenStream words = analyzer.tokenStream(field, value);
            index.addField(field, new CandidateFilter(words, rules.of(field), candidates));
        }
    }

    /** Where a rule matches, in the order of the text; empty where it does not. */
    Optional<List<TagMatch>> match(CompiledRule rule) throws IOException {
        IndexSearcher article = searcher();
        Weight weight = article.createWeight(article.rewrite(rule.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
        Matches matches = weight.matches(article.getIndexReader().leaves().getFirst(), 0);
        return Optional.ofNullable(matches).isEmpty() ? Optional.empty() : Optional.of(places(matches));
    }

    private IndexSearcher searcher() {
        if (searcher.isEmpty()) {
            searcher = Optional.of(index.createSearcher());
            searcher.get().setQueryCache(null);
        }
        return searcher.get();
    }

    private List<TagMatch> places(Matches matches) throws IOException {
        MatchedPlaces places = new MatchedPlaces();
        for (String field : List.of(ArticleFields.HEADLINE, ArticleFields.BODY, ArticleFields.EXACT)) {
            MatchesIterator hits = matches.getMatches(field);
            for (int i = 0; hits != null && i < MAX_HITS && hits.next(); i++) {
                places.add(place(field, hits.startOffset(), hits.endOffset()));
            }
        }
        return places.list();
    }

    private TagMatch place(String field, int start, int end) {
        Piece piece = pieces.stream().filter(one -> one.field().equals(field) && one.base() <= start)
                .reduce((first, second) -> second).orElseThrow();
        return new TagMatch(piece.name(), start - piece.base(), end - piece.base());
    }
}
