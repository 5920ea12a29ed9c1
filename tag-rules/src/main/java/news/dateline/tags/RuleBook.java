package news.dateline.tags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;

/**
 * The tag rules in force, as stored queries: an article is matched against all of them at once.
 *
 * <p>Safe for many threads; a change takes effect with the next article.
 */
public final class RuleBook implements AutoCloseable {
    private final Analyzer analyzer = ArticleFields.analyzer();
    private final ThreadLocal<ArticleWords> reader;
    private volatile Edition edition = new Edition(Map.of());
    private volatile boolean closed;

    /** What was in force at one time. */
    private record Edition(Map<String, CompiledRule> compiled, Map<String, TagRule> rules, RuleIndex index) {
        Edition(Map<String, CompiledRule> compiled) {
            this(Map.copyOf(compiled), compiled.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().rule())),
                    new RuleIndex(compiled.values()));
        }
    }

    /** An empty book. */
    public RuleBook() {
        reader = ThreadLocal.withInitial(() -> new ArticleWords(analyzer));
    }

    /** Checks a rule without putting it in force. */
    public static void check(TagRule rule) throws InvalidRule {
        try (Analyzer analyzer = ArticleFields.analyzer()) {
            CompiledRule.of(rule, analyzer);
        }
    }

    /**
     * Checks a rule's place among those in force: its parent must be one of them, and no rule its own ancestor.
     *
     * @param rules those in force, by id
     */
    public static void checkParent(TagRule rule, Map<String, TagRule> rules) throws InvalidRule {
        Optional<String> unknown = rule.parent().filter(parent -> !rules.containsKey(parent))
                .filter(parent -> !parent.equals(rule.ruleId()));
        if (unknown.isPresent()) {
            throw new InvalidRule("there is no rule '" + unknown.get() + "' to be the parent");
        }
        List<String> circle = TagParents.circle(rule, rules);
        if (!circle.isEmpty()) {
            throw new InvalidRule("the parents would go in a circle: " + String.join(" → ", circle));
        }
    }

    /** Puts a rule in force, in place of its earlier version. */
    public void put(TagRule rule) throws InvalidRule {
        putAll(List.of(rule));
    }

    /** Puts rules in force together: all of them, or none when one is invalid. */
    public synchronized void putAll(Collection<TagRule> changed) throws InvalidRule {
        Map<String, CompiledRule> next = new HashMap<>(edition.compiled());
        for (TagRule rule : changed) {
            next.put(rule.ruleId(), CompiledRule.of(rule, analyzer));
        }
        edition = new Edition(next);
    }

    /** Takes a rule out of force; one that is not there is no error. */
    public synchronized void remove(String ruleId) {
        Map<String, CompiledRule> next = new HashMap<>(edition.compiled());
        if (next.remove(ruleId) != null) {
            edition = new Edition(next);
        }
    }

    /** The rules in force, by id. */
    public Map<String, TagRule> rules() {
        return edition.rules();
    }

    /** What a rule in force asks of the fields that {@link ArticleFields#values} gives. */
    Set<String> values(String ruleId) {
        Set<String> values = new TreeSet<>();
        edition.compiled().get(ruleId).pattern().words(word -> {
            if (ArticleFields.NAMED.contains(word.field()) && !word.prefix()) {
                values.add(word.field() + ":" + word.text());
            }
        });
        return values;
    }

    /**
     * The tags of an article, those of broader rules with them, in order of rule id.
     *
     * @throws IllegalStateException when the book is closed
     */
    public List<TagLabel> tags(TaggableArticle article) {
        if (closed) {
            throw new IllegalStateException("the rule book is closed");
        }
        Edition now = edition;
        try {
            ArticleWords words = reader.get();
            words.read(article, now.index());
            MatchedPlaces places = new MatchedPlaces();
            List<TagLabel> matched = new ArrayList<>();
            for (Optional<CompiledRule> next = words.nextRule(); next.isPresent(); next = words.nextRule()) {
                next.get().match(article, words, places).ifPresent(matched::add);
            }
            return TagParents.with(matched, now.rules());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        analyzer.close();
    }
}
