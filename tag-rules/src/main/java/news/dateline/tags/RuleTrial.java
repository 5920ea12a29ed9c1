package news.dateline.tags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;

/**
 * Rules on trial beside the versions of them that are in force: what each matches, gains and loses.
 *
 * <p>Keeps counts, and as many examples as were asked for; nothing else grows with the articles.
 */
public final class RuleTrial implements AutoCloseable {
    private final RuleBook tried = new RuleBook();
    private final RuleBook inForce = new RuleBook();
    private final Map<String, Result> results = new TreeMap<>();
    private final int most;
    private long articles;

    /** What an article is to a rule on trial. */
    public enum Change {
        /** Matched by both versions. */
        KEPT,
        /** Matched only by the version on trial. */
        GAINED,
        /** Matched only by the version in force. */
        LOST
    }

    /**
     * An article as an example, with the words that the version matched which matches it.
     *
     * @param excerpts the headline first
     */
    public record Example(String articleId, String headline, String source, Instant receivedAt, Change change,
            TagLabel label, List<Excerpt> excerpts) {
        public Example {
            excerpts = List.copyOf(excerpts);
        }
    }

    /** What became of one rule so far. */
    public static final class Result {
        private final TagRule rule;
        private final Optional<TagRule> against;
        private final Map<Change, Long> counts = new LinkedHashMap<>();
        private final List<Example> examples = new ArrayList<>();
        private final Set<String> neverSeen;
        private boolean isTried;

        private Result(TagRule rule, Optional<TagRule> against, Set<String> asked) {
            this.rule = rule;
            this.against = against;
            neverSeen = new TreeSet<>(asked);
        }

        public TagRule rule() {
            return rule;
        }

        /** The version in force that it is compared with. */
        public Optional<TagRule> against() {
            return against;
        }

        public long count(Change change) {
            return counts.getOrDefault(change, 0L);
        }

        public List<Example> examples() {
            return List.copyOf(examples);
        }

        /**
         * The sections, sources and languages that the rule asks for and no article had so far, as {@code section:sports}: mistyped,
         * or not in the news. None before an article was tried.
         */
        public List<String> neverSeen() {
            return isTried ? List.copyOf(neverSeen) : List.of();
        }

        private void see(Set<String> values) {
            isTried = true;
            neverSeen.removeAll(values);
        }

        private void add(EnrichedArticle article, Change change, TagLabel label, int most) {
            counts.merge(change, 1L, Long::sum);
            if (examples.stream().filter(example -> example.change() == change).count() < most) {
                examples.add(new Example(article.articleId(), article.headline(), article.source().name(),
                        article.receivedAt(), change, label, Excerpt.of(article, label.matches())));
            }
        }
    }

    /**
     * A trial.
     *
     * @param known rules in force, by id; a rule is compared with the one of its id
     * @param most  examples of each change
     * @throws InvalidRule when one of the rules on trial can't be run
     */
    public RuleTrial(Collection<TagRule> rules, Map<String, TagRule> known, int most) throws InvalidRule {
        this.most = most;
        tried.putAll(rules);
        for (TagRule rule : rules) {
            Optional<TagRule> against = Optional.ofNullable(known.get(rule.ruleId()));
            results.put(rule.ruleId(), new Result(rule, against, tried.values(rule.ruleId())));
            if (against.isPresent()) {
                inForce.put(against.get());
            }
        }
    }

    /** Tries the rules on an article; one that is withheld has nothing to match. */
    public void on(EnrichedArticle article) {
        if (article.labels().isEmpty()) {
            return;
        }
        articles++;
        TaggableArticle taggable = TaggableArticle.of(article, article.labels().get());
        Map<String, TagLabel> now = labels(tried, taggable);
        Map<String, TagLabel> before = labels(inForce, taggable);
        Set<String> values = ArticleFields.values(taggable);
        results.forEach((id, result) -> {
            result.see(values);
            if (now.containsKey(id)) {
                Change change = result.against().isPresent() && !before.containsKey(id) ? Change.GAINED : Change.KEPT;
                result.add(article, change, now.get(id), most);
            } else if (before.containsKey(id)) {
                result.add(article, Change.LOST, before.get(id), most);
            }
        });
    }

    /** By rule id. What a narrower rule would bring with it is no match of the rule on trial. */
    private static Map<String, TagLabel> labels(RuleBook book, TaggableArticle article) {
        Map<String, TagLabel> labels = new TreeMap<>();
        book.tags(article).stream().filter(label -> label.through().isEmpty())
                .forEach(label -> labels.put(label.rule(), label));
        return labels;
    }

    public long articles() {
        return articles;
    }

    /** In order of rule id. */
    public List<Result> results() {
        return List.copyOf(results.values());
    }

    @Override
    public void close() {
        tried.close();
        inForce.close();
    }
}
