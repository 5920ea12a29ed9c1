package news.dateline.enrich.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;

/**
 * The tag rules in force, as stored queries: an article is matched against all of them at once.
 *
 * <p>Safe for many threads; a change takes effect with the next article.
 */
public final class RuleBook implements AutoCloseable {
    private static final int MAX_MATCHED_WORDS = 10;

    private final Map<String, TagRule> rules = new ConcurrentHashMap<>();
    private final Analyzer analyzer = ArticleFields.analyzer();
    private final Monitor monitor;

    /** An empty book. */
    public RuleBook() {
        try {
            monitor = new Monitor(analyzer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a rule without putting it in force. */
    public static void check(TagRule rule) throws InvalidRule {
        try (Analyzer analyzer = ArticleFields.analyzer()) {
            RuleQuery.parse(rule.query(), analyzer);
        }
    }

    /** Puts a rule in force, in place of its earlier version. */
    public void put(TagRule rule) throws InvalidRule {
        putAll(List.of(rule));
    }

    /** Puts rules in force together: all of them, or none when one is invalid. */
    public void putAll(Collection<TagRule> changed) throws InvalidRule {
        Map<String, MonitorQuery> queries = new TreeMap<>();
        for (TagRule rule : changed) {
            queries.put(rule.ruleId(), new MonitorQuery(rule.ruleId(), RuleQuery.parse(rule.query(), analyzer)));
        }
        try {
            changed.forEach(rule -> rules.put(rule.ruleId(), rule));
            monitor.register(queries.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a rule out of force; one that is not there is no error. */
    public void remove(String ruleId) {
        try {
            monitor.deleteById(ruleId);
            rules.remove(ruleId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules in force, by id. */
    public Map<String, TagRule> rules() {
        return Map.copyOf(rules);
    }

    /** The tags of an article, in order of rule id. */
    public List<TagLabel> tags(TaggableArticle article) {
        try {
            return monitor.match(ArticleFields.document(article), HighlightsMatch.MATCHER).getMatches().stream()
                    .sorted(Comparator.comparing(HighlightsMatch::getQueryId)).map(match -> label(match, article))
                    .flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the rule was removed while the article was being matched. */
    private Optional<TagLabel> label(HighlightsMatch match, TaggableArticle article) {
        return Optional.ofNullable(rules.get(match.getQueryId()))
                .map(rule -> new TagLabel(rule.tag(), rule.ruleId(), rule.version(), words(match, article)));
    }

    private static List<String> words(HighlightsMatch match, TaggableArticle article) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return List.of(ArticleFields.HEADLINE, ArticleFields.BODY, ArticleFields.EXACT).stream()
                .flatMap(field -> match.getHits(field).stream().sorted()
                        .map(hit -> text(field, article).substring(hit.startOffset(), hit.endOffset())))
                .filter(seen::add).limit(MAX_MATCHED_WORDS).toList();
    }

    private static String text(String field, TaggableArticle article) {
        return switch (field) {
            case ArticleFields.HEADLINE -> article.headline();
            case ArticleFields.BODY -> article.body();
            default -> article.exact();
        };
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
