package news.dateline.enrich;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.LanguageOrigin;
import news.dateline.contract.LostLetters;
import news.dateline.contract.RawArticle;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TextPart;
import news.dateline.enrich.clean.CleanText;
import news.dateline.enrich.clean.Cleaner;
import news.dateline.enrich.entity.EntityRecognizer;
import news.dateline.enrich.entity.NamedEntities;
import news.dateline.enrich.fingerprint.TextFingerprint;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.page.PageArticle;
import news.dateline.enrich.section.SectionModel;
import news.dateline.enrich.section.SectionText;
import news.dateline.tags.RuleBook;
import news.dateline.tags.TaggableArticle;

/**
 * The pure steps of enrichment, in their order: page, clean, language, entity, section, tag, fingerprint.
 *
 * <p>It knows no Kafka and runs on plain files as well. Safe for many threads.
 */
public final class Enricher {
    private final Cleaner cleaner = new Cleaner();
    private final EntityRecognizer entities = new EntityRecognizer();
    private final LanguageDetector languages;
    private final SectionModel sections;
    private final Edition edition;
    private final RuleBook rules;
    private final Clock clock;
    private final StepTimes times;

    public Enricher(LanguageDetector languages, SectionModel sections, Edition edition, RuleBook rules, Clock clock) {
        this(languages, sections, edition, rules, clock, StepTimes.UNTAKEN);
    }

    /** An enricher whose steps are timed. */
    public Enricher(LanguageDetector languages, SectionModel sections, Edition edition, RuleBook rules, Clock clock,
            StepTimes times) {
        this.languages = languages;
        this.sections = sections;
        this.edition = edition;
        this.rules = rules;
        this.clock = clock;
        this.times = times;
    }

    /** Cleans and labels a usable article; {@code revision} is the one that the article now has. */
    public EnrichedArticle enrich(RawArticle received, long revision) {
        Optional<PageArticle> page = times.of("page", () -> PageArticle.of(received));
        RawArticle raw = page.map(PageArticle::raw).orElse(received);
        CleanText clean = times.of("clean", () -> page
                .map(found -> cleaner.clean(raw.headline(), raw.source().name(), found.paragraphs()))
                .orElseGet(() -> cleaner.clean(raw.headline(), raw.source().name(), raw.content().mediaType(),
                        raw.content().text())));
        String summary = cleaner.summary(raw.summary());
        String text = clean.body().isEmpty() ? summary : clean.body();
        return article(raw, revision, clean, summary, label(raw, clean, summary),
                times.of("fingerprint", () -> TextFingerprint.of(clean.headline(), text)));
    }

    /** The notice that an article's text is withheld: all that remains is what tells which article it is. */
    public EnrichedArticle withhold(RawArticle raw, long revision) {
        return new EnrichedArticle(EnrichedArticle.SCHEMA_VERSION, raw.articleId(), revision, raw.status(),
                raw.sourceArticleId(), raw.url(), raw.source(), "", "", "", Optional.empty(), List.of(),
                Declared.NOTHING,
                Optional.empty(), List.of(), "", Optional.empty(), raw.publishedAt(), raw.updatedAt(),
                raw.receivedAt(), clock.instant());
    }

    private Labels label(RawArticle raw, CleanText clean, String summary) {
        String headline = clean.headline();
        TextPart part = clean.body().isEmpty() || LostLetters.in(headline, clean.body())
                ? TextPart.SUMMARY
                : TextPart.BODY;
        String text = part == TextPart.SUMMARY ? summary : clean.body();
        String told = SectionText.of(summary, clean.body());
        Optional<String> detected = times.of("language", () -> languages.detect(headline + "\n" + told));
        Optional<String> language = detected.or(() -> raw.declared().language().map(Enricher::primaryLanguage)
                .filter(declared -> !declared.isEmpty()));
        LanguageOrigin origin = detected.isPresent()
                ? LanguageOrigin.DETECTED
                : language.isPresent() ? LanguageOrigin.DECLARED : LanguageOrigin.UNKNOWN;
        NamedEntities named = times.of("entity", () -> entities.recognize(headline, part, text, language));
        boolean known = language.isPresent() && sections.languages().contains(language.get());
        List<SectionLabel> labels = known
                ? times.of("section", () -> sections.label(headline, told,
                        edition.provenance(raw, text, clean.dateline())))
                : List.of();
        List<String> names = labels.stream().map(SectionLabel::section).toList();
        List<TagLabel> tags = times.of("tag", () -> rules.tags(new TaggableArticle(headline, summary, clean.body(),
                language.orElse(""), raw.source().name(),
                raw.url().or(() -> raw.source().url()).orElse(""),
                raw.publishedAt().orElse(raw.receivedAt()), names, named.entities())));
        return new Labels(language, origin, labels, outcome(known, labels), sections.version(), tags, named.entities(),
                named.places());
    }

    private static SectionOutcome outcome(boolean languageKnown, List<SectionLabel> labels) {
        if (!languageKnown) {
            return SectionOutcome.LANGUAGE_NOT_KNOWN;
        }
        return labels.isEmpty() ? SectionOutcome.NONE_FITS : SectionOutcome.LABELLED;
    }

    private static String primaryLanguage(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private EnrichedArticle article(RawArticle raw, long revision, CleanText clean, String summary,
            Labels labels, String fingerprint) {
        return new EnrichedArticle(EnrichedArticle.SCHEMA_VERSION, raw.articleId(), revision, raw.status(),
                raw.sourceArticleId(), raw.url(), raw.source(), clean.headline(), summary, clean.body(),
                clean.dateline().map(entities::link), raw.bylines(), raw.declared(), Optional.of(labels),
                clean.related(),
                fingerprint, Optional.empty(),
                raw.publishedAt(), raw.updatedAt(), raw.receivedAt(), clock.instant());
    }
}
