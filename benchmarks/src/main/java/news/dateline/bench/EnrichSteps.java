package news.dateline.bench;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.RawArticle;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TextPart;
import news.dateline.contract.Topics;
import news.dateline.enrich.Edition;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.clean.CleanText;
import news.dateline.enrich.clean.Cleaner;
import news.dateline.enrich.entity.EntityRecognizer;
import news.dateline.enrich.entity.NamedEntities;
import news.dateline.enrich.fingerprint.TextFingerprint;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.Provenance;
import news.dateline.enrich.section.SectionModel;
import news.dateline.enrich.section.SectionText;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Where the time of enrich goes: each pure step alone, the whole, and the JSON around them; microseconds an article. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class EnrichSteps {
    private static final int SAMPLE = 1_000;
    private static final Edition EDITION = new Edition.OfPublisher();

    static {
        // Lucene would write to the terminal.
        LogManager.getLogManager().reset();
    }

    /** An article on every stage of its way, so that a step can be run without those before it. */
    private record Stages(RawArticle raw, byte[] rawJson, String headline, String text, String told,
            Provenance provenance, TaggableArticle taggable,
            EnrichedArticle enriched, byte[] enrichedJson) {}

    private final Cleaner cleaner = new Cleaner();
    private final EntityRecognizer entities = new EntityRecognizer();
    private final LanguageDetector languages = new LanguageDetector();
    private final SectionModel sections = SectionModel.bundled();
    private final RuleBook rules = new RuleBook();
    private final Analyzer english = new EnglishAnalyzer();
    private final Enricher enricher = new Enricher(languages, sections, EDITION, rules,
            Clock.systemUTC());
    private List<Stages> sample = List.of();
    private int next;

    /** For the harness, which makes it. */
    public EnrichSteps() {
    }

    /** Reads the sample and takes each article through enrichment once. */
    @Setup
    public void readSample() throws InvalidRule {
        rules.putAll(StarterRules.all(Clock.systemUTC().instant()));
        sample = NewsWeek.first(SAMPLE).stream().map(article -> stages(article.raw())).toList();
    }

    private Stages stages(RawArticle raw) {
        EnrichedArticle article = enricher.enrich(raw, 1);
        String text = article.body().isEmpty() ? raw.summary() : article.body();
        return new Stages(raw, Topics.RAW.value().serializer().serialize("", raw), article.headline(), text,
                SectionText.of(article.summary(), article.body()),
                EDITION.provenance(raw, text, article.dateline()),
                TaggableArticle.of(article, article.labels().orElseThrow()), article,
                Topics.ENRICHED.value().serializer().serialize("", article));
    }

    private Stages next() {
        next = (next + 1) % sample.size();
        return sample.get(next);
    }

    @Benchmark
    public CleanText clean() {
        RawArticle raw = next().raw();
        return cleaner.clean(raw.headline(), raw.source().name(), raw.content().mediaType(), raw.content().text());
    }

    @Benchmark
    public Optional<String> language() {
        Stages article = next();
        return languages.detect(article.headline() + "\n" + article.told());
    }

    @Benchmark
    public NamedEntities entity() {
        Stages article = next();
        return entities.recognize(article.headline(), TextPart.BODY, article.text(),
                Optional.of(article.taggable().language()).filter(language -> !language.isEmpty()));
    }

    @Benchmark
    public List<SectionLabel> section() {
        Stages article = next();
        return sections.label(article.headline(), article.told(), article.provenance());
    }

    @Benchmark
    public List<TagLabel> tag() {
        return rules.tags(next().taggable());
    }

    /** What the whole is compared with: Lucene's English analysis alone, on headline, summary and body. */
    @Benchmark
    public int luceneEnglishAnalysis() {
        Stages article = next();
        return LuceneAnalysis.words(english, article.headline()) + LuceneAnalysis.words(english, article.told());
    }

    @Benchmark
    public String fingerprint() {
        Stages article = next();
        return TextFingerprint.of(article.headline(), article.text());
    }

    /** All of the above; so much code takes its time to be compiled. */
    @Benchmark
    @Warmup(iterations = 20, time = 1)
    public EnrichedArticle wholeEnricher() {
        return enricher.enrich(next().raw(), 1);
    }

    @Benchmark
    public RawArticle readRawJson() {
        return Topics.RAW.value().deserializer().deserialize("", next().rawJson());
    }

    /** The topology does this twice, once after each repartition. */
    @Benchmark
    public EnrichedArticle readEnrichedJson() {
        return Topics.ENRICHED.value().deserializer().deserialize("", next().enrichedJson());
    }

    /** The topology does this three times: before each repartition, and at the end. */
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
