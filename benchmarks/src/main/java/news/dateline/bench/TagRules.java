package news.dateline.bench;

import news.dateline.enrich.Edition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import news.dateline.tags.TaggableArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the number of rules costs: microseconds an article.
 *
 * <p>The first 100 rules are drawn from the starter set; the rest of it, names of two words and then other pairs of words,
 * as they stand in other articles of the same week, are added up to the number. More rules give more tags, and a tag costs
 * whatever the number of rules: {@code 100-as-many} are 100 rules that give as many tags an article as the 10,000 do, each for one
 * word of about the right frequency, so that 10,000 against them is what the index alone costs. Tags an article are printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class TagRules {
    private static final int SAMPLE = 1_000;
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]{2,} [A-Z][a-z]{2,}\\b");
    private static final Pattern ONE_WORD = Pattern.compile("\\b[A-Za-z]{5,}\\b");
    private static final Pattern TWO_WORDS = Pattern.compile("\\b[a-z]{6,} [a-z]{6,}\\b");

    static {
        // Lucene would write to the terminal.
        LogManager.getLogManager().reset();
    }

    private static final String AS_MANY = "100-as-many";
    private static final int MANY = 10_000;
    private static final int FEW = 100;

    /** How many rules are in force. */
    @Param({"100", AS_MANY, "1000", "10000", "50000"})
    private String rules = "";

    private final RuleBook book = new RuleBook();
    private List<TaggableArticle> sample = List.of();
    private int next;

    /** For the harness, which makes it. */
    public TagRules() {
    }

    /** Makes the rules, and the articles as the tag step gets them. */
    @Setup
    public void prepare() throws InvalidRule {
        List<PushedArticle> week = NewsWeek.first(Integer.MAX_VALUE);
        try (RuleBook none = new RuleBook()) {
            Enricher enricher = new Enricher(new LanguageDetector(), SectionModel.bundled(), new Edition.OfPublisher(),
                    none, Clock.systemUTC());
            sample = week.subList(0, SAMPLE).stream().map(article -> enricher.enrich(article.raw(), 1))
                    .map(article -> TaggableArticle.of(article, article.labels().orElseThrow()))
                    .toList();
        }
        List<PushedArticle> others = week.subList(SAMPLE, week.size());
        if (rules.equals(AS_MANY)) {
            book.putAll(rules(others, MANY));
            double wanted = tagsAnArticle();
            rules(others, MANY).forEach(rule -> book.remove(rule.ruleId()));
            book.putAll(rulesOfOneWord(wanted));
        } else {
            book.putAll(rules(others, Integer.parseInt(rules)));
        }
        System.out.printf("%s rules: %.2f tags an article%n", rules, tagsAnArticle());
    }

    private double tagsAnArticle() {
        return sample.stream().mapToInt(article -> book.tags(article).size()).average().orElse(0);
    }

    /** Rules for the words whose share of the sample is nearest to what each has to give. */
    private List<TagRule> rulesOfOneWord(double tagsAnArticle) {
        Map<String, Integer> articles = new HashMap<>();
        for (TaggableArticle article : sample) {
            Set<String> inArticle = new LinkedHashSet<>();
            ONE_WORD.matcher(article.headline() + " " + article.summary() + " " + article.body()).results()
                    .forEach(word -> inArticle.add(word.group()));
            inArticle.forEach(word -> articles.merge(word, 1, Integer::sum));
        }
        double each = tagsAnArticle * SAMPLE / FEW;
        List<String> words = articles.entrySet().stream()
                .sorted(Comparator
                        .comparingDouble((Map.Entry<String, Integer> word) -> Math.abs(word.getValue() - each))
                        .thenComparing(Map.Entry::getKey))
                .limit(FEW).map(Map.Entry::getKey).toList();
        return IntStream.range(0, words.size())
                .mapToObj(i -> rule("word-" + i, words.get(i), "exact:" + words.get(i))).toList();
    }

    private static TagRule rule(String id, String tag, String query) {
        return new TagRule(TagRule.SCHEMA_VERSION, id, 1, tag, query, Optional.empty(), Optional.empty(), "", "",
                Instant.EPOCH);
    }

    private static List<TagRule> rules(List<PushedArticle> others, int rules) {
        List<TagRule> made = new ArrayList<>(StarterRules.all(Instant.EPOCH));
        Collections.shuffle(made, new Random(1));
        List<String> phrases = new ArrayList<>(phrases(NAME, others));
        Collections.shuffle(phrases, new Random(2));
        phrases.addAll(phrases(TWO_WORDS, others));
        for (String phrase : phrases.subList(0, Math.max(0, Math.min(phrases.size(), rules - made.size())))) {
            made.add(rule("name-" + made.size(), phrase, "exact:\"" + phrase + "\" AND NOT headline:obituary"));
        }
        if (made.size() < rules) {
            throw new BenchmarkFailed("only " + made.size() + " rules could be made");
        }
        return made.subList(0, rules);
    }

    private static Set<String> phrases(Pattern pattern, List<PushedArticle> articles) {
        Set<String> found = new LinkedHashSet<>();
        for (PushedArticle article : articles) {
            Matcher phrase = pattern.matcher(article.raw().summary() + " " + article.raw().content().text());
            while (phrase.find()) {
                found.add(phrase.group());
            }
        }
        return found;
    }

    @Benchmark
    public List<TagLabel> tag() {
        next = (next + 1) % sample.size();
        return book.tags(sample.get(next));
    }

    /** Releases the rules. */
    @TearDown
    public void close() {
        book.close();
    }
}
