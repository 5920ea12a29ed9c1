package news.dateline.bench;

import news.dateline.enrich.Edition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TextPart;
import news.dateline.contract.Topics;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.clean.CleanText;
import news.dateline.enrich.clean.Cleaner;
import news.dateline.enrich.entity.EntityRecognizer;
import news.dateline.enrich.entity.NamedEntities;
import news.dateline.enrich.fingerprint.TextFingerprint;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import news.dateline.tags.TaggableArticle;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
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

/** Each step of enrich on English news of three lengths: microseconds an article, and bytes allocated for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class EnrichSizes {
    private static final int SAMPLE = 200;

    static {
        // Lucene would write to the terminal.
        LogManager.getLogManager().reset();
    }

    private record Article(RawArticle raw, String headline, String text, TaggableArticle taggable,
            EnrichedArticle enriched) {}

    private final Cleaner cleaner = new Cleaner();
    private final LanguageDetector languages = new LanguageDetector();
    private final EntityRecognizer entities = new EntityRecognizer();
    private final SectionModel sections = SectionModel.bundled();
    private final RuleBook rules = new RuleBook();
    private final Analyzer english = new EnglishAnalyzer();
    private final Enricher enricher = new Enricher(languages, sections, new Edition.OfPublisher(), rules,
            Clock.systemUTC());
    private final List<Article> articles = new ArrayList<>();
    private int next;

    /** How long an article's text is, in characters. */
    @Param({"500", "3000", "20000"})
    public int chars;

    /** For the harness, which makes it. */
    public EnrichSizes() {
    }

    /** Joins real texts to articles of the length. */
    @Setup
    public void readSample() throws InvalidRule {
        rules.putAll(StarterRules.all(Clock.systemUTC().instant()));
        StringBuilder text = new StringBuilder();
        String headline = "";
        for (String full : FullTexts.all()) {
            int line = full.indexOf('\n');
            headline = headline.isEmpty() && line > 0 ? full.substring(0, line) : headline;
            text.append(full, Math.max(0, line), full.length()).append("\n\n");
            while (text.length() >= chars && articles.size() < SAMPLE) {
                articles.add(article(headline, text.substring(0, chars)));
                text.delete(0, chars);
                headline = "";
            }
        }
    }

    private Article article(String headline, String text) {
        RawArticle raw = new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, headline, "",
                new Content(Content.PLAIN, text), List.of(), Declared.NOTHING, Optional.empty(),
                PublicationStatus.USABLE, Optional.empty(), Optional.empty(), Instant.EPOCH);
        EnrichedArticle enriched = enricher.enrich(raw, 1);
        return new Article(raw, enriched.headline(), enriched.body(),
                new TaggableArticle(enriched.headline(), "", enriched.body(), "en", "", "", Instant.EPOCH, List.of(),
                        enriched.labels().map(labels -> labels.entities()).orElse(List.of())),
                enriched);
    }

    private Article next() {
        next = (next + 1) % articles.size();
        return articles.get(next);
    }

    @Benchmark
    public CleanText clean() {
        RawArticle raw = next().raw();
        return cleaner.clean(raw.headline(), raw.source().name(), raw.content().mediaType(), raw.content().text());
    }

    @Benchmark
    public Optional<String> language() {
        Article article = next();
        return languages.detect(article.headline() + "\n" + article.text());
    }

    @Benchmark
    public NamedEntities entity() {
        Article article = next();
        return entities.recognize(article.headline(), TextPart.BODY, article.text(), Optional.of("en"));
    }

    @Benchmark
    public List<SectionLabel> section() {
        Article article = next();
        return sections.label(article.headline(), article.text());
    }

    @Benchmark
    public List<TagLabel> tag() {
        return rules.tags(next().taggable());
    }

    @Benchmark
    public String fingerprint() {
        Article article = next();
        return TextFingerprint.of(article.headline(), article.text());
    }

    /** What the whole is compared with: Lucene's English analysis alone, on the same text. */
    @Benchmark
    public int luceneEnglishAnalysis() {
        Article article = next();
        return LuceneAnalysis.words(english, article.headline()) + LuceneAnalysis.words(english, article.text());
    }

    /** All of the steps; so much code takes its time to be compiled. */
    @Benchmark
    @Warmup(iterations = 20, time = 1)
    public EnrichedArticle wholeEnricher() {
        return enricher.enrich(next().raw(), 1);
    }

    @Benchmark
    public byte[] writeEnrichedJson() {
        return Topics.ENRICHED.value().serializer().serialize("", next().enriched());
    }

    /** Releases the rules. */
    @TearDown
    public void close() {
        rules.close();
        english.close();
    }
}
