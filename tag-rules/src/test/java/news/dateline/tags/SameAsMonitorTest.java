package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.junit.jupiter.api.Test;

/** Finding rules by their anchors gives what Lucene's own Monitor gives, on real articles and every starter rule. */
class SameAsMonitorTest {
    private static final int ARTICLES = 600;

    @Test
    void givesTheSameTagsAsLucenesMonitor() throws Exception {
        List<TaggableArticle> articles = NewsArticles.first(ARTICLES);
        List<TagRule> rules = new ArrayList<>(
                StarterRules.all(Instant.EPOCH).stream().map(rule -> Rules.rule(rule.ruleId(), rule.query())).toList());
        rules.addAll(List.of(Rules.rule("some-wildcards", "corona* OR te?t AND NOT head*ine"),
                Rules.rule("a-fuzzy", "trumpf~1 OR coronna~2"),
                Rules.rule("near", "\"new cases\"~5 OR \"said the\"~10"),
                Rules.rule("boosted", "headline:(home^3 OR \"the new\"^2)"),
                Rules.rule("whole", "language:en AND source:quay*"),
                Rules.rule("a-month", "published:2026-11 AND trump"),
                Rules.rule("another-month", "published:2026-10 AND trump")));
        try (Analyzer analyzer = ArticleFields.analyzer();
                Monitor monitor = new Monitor(new WithGaps(analyzer));
                RuleBook book = new RuleBook()) {
            book.putAll(rules);
            List<MonitorQuery> queries = new ArrayList<>();
            for (TagRule rule : rules) {
                queries.add(new MonitorQuery(rule.ruleId(), RuleQuery.parse(rule.query(), analyzer)));
            }
            monitor.register(queries);
            for (TaggableArticle article : articles) {
                assertThat(book.tags(article)).extracting(TagLabel::rule).containsExactlyElementsOf(
                        monitor.match(document(article), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                                .map(QueryMatch::getQueryId).sorted().toList());
            }
        }
    }

    /** A gap between two texts of a field, so that no phrase reaches from one into the next; names that are shouted are names too. */
    private static final class WithGaps extends AnalyzerWrapper {
        private final Analyzer analyzer;

        WithGaps(Analyzer analyzer) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.analyzer = analyzer;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return analyzer;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return field.equals(ArticleFields.EXACT)
                    ? new TokenStreamComponents(components.getSource(), new Named(components.getTokenStream()))
                    : components;
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 1_000;
        }
    }

    /** Adds to each word in capitals the same with one, at the same place. */
    private static final class Named extends TokenFilter {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private State shouted;

        Named(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (shouted != null) {
                restoreState(shouted);
                shouted = null;
                CharacterUtils.toLowerCase(word.buffer(), 1, word.length());
                position.setPositionIncrement(0);
                return true;
            }
            boolean more = input.incrementToken();
            if (more && word.toString().matches("[A-Z]{4,}")) {
                shouted = captureState();
            }
            return more;
        }
    }

    private static Document document(TaggableArticle article) {
        Document document = new Document();
        add(document, ArticleFields.HEADLINE, article.headlineWithoutPublisher());
        Stream.of(article.summary(), article.body()).forEach(text -> add(document, ArticleFields.BODY, text));
        Stream.of(article.headlineWithoutPublisher(), article.summary(), article.body())
                .forEach(text -> add(document, ArticleFields.EXACT, text));
        add(document, ArticleFields.LANGUAGE, article.language());
        add(document, ArticleFields.SOURCE, article.source());
        Stream.of("2026-11-03", "2026-11", "2026").forEach(day -> add(document, ArticleFields.PUBLISHED, day));
        article.sections().forEach(section -> add(document, ArticleFields.SECTION, section));
        return document;
    }

    private static void add(Document document, String field, String value) {
        document.add(new TextField(field, value, Field.Store.NO));
    }
}
