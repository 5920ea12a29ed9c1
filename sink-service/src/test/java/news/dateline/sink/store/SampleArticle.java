package news.dateline.sink.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.LanguageOrigin;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;

/** An article for tests, to be varied. */
public record SampleArticle(String articleId, long revision, PublicationStatus status, String headline,
        String summary, String body, Optional<String> language, List<String> sections, List<TagLabel> tags,
        String source, Optional<String> duplicateOf, Optional<Instant> publishedAt) {
    public static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

    /** A usable English article about a dam. */
    public static SampleArticle article(String articleId) {
        return new SampleArticle(articleId, 1, PublicationStatus.USABLE, "Dam above Port Alder declared safe",
                "Engineers end a week of inspections.", "The dam holds.\n\nFamilies were returning home on Monday.",
                Optional.of("en"), List.of("World"),
                List.of(new TagLabel("Port Alder", "port-alder", 1, List.of("Port Alder"))), "The Alder Courier",
                Optional.empty(), Optional.of(Instant.parse("2026-03-01T12:00:00Z")));
    }

    public SampleArticle revision(long number) {
        return new SampleArticle(articleId, number, status, headline, summary, body, language, sections, tags, source,
                duplicateOf, publishedAt);
    }

    public SampleArticle status(PublicationStatus word) {
        return new SampleArticle(articleId, revision, word, headline, summary, body, language, sections, tags, source,
                duplicateOf, publishedAt);
    }

    public SampleArticle headline(String text) {
        return new SampleArticle(articleId, revision, status, text, summary, body, language, sections, tags, source,
                duplicateOf, publishedAt);
    }

    public SampleArticle body(String text) {
        return new SampleArticle(articleId, revision, status, headline, summary, text, language, sections, tags,
                source, duplicateOf, publishedAt);
    }

    public SampleArticle language(String code) {
        return new SampleArticle(articleId, revision, status, headline, summary, body,
                Optional.of(code).filter(text -> !text.isEmpty()), sections, tags, source, duplicateOf, publishedAt);
    }

    public SampleArticle sections(String... names) {
        return new SampleArticle(articleId, revision, status, headline, summary, body, language, List.of(names), tags,
                source, duplicateOf, publishedAt);
    }

    public SampleArticle withoutSections() {
        return sections(new String[0]);
    }

    public SampleArticle tag(String tag, String rule) {
        return new SampleArticle(articleId, revision, status, headline, summary, body, language, sections,
                List.of(new TagLabel(tag, rule, 1, List.of(tag))), source, duplicateOf, publishedAt);
    }

    public SampleArticle source(String name) {
        return new SampleArticle(articleId, revision, status, headline, summary, body, language, sections, tags, name,
                duplicateOf, publishedAt);
    }

    public SampleArticle duplicateOf(String original) {
        return new SampleArticle(articleId, revision, status, headline, summary, body, language, sections, tags,
                source, Optional.of(original), publishedAt);
    }

    public SampleArticle publishedAt(Optional<Instant> time) {
        return new SampleArticle(articleId, revision, status, headline, summary, body, language, sections, tags,
                source, duplicateOf, time);
    }

    public SampleArticle publishedAt(String time) {
        return publishedAt(Optional.of(Instant.parse(time)));
    }

    /** The article as it stands in the enriched topic. */
    public EnrichedArticle made() {
        Labels labels = new Labels(language, LanguageOrigin.DETECTED,
                sections.stream().map(name -> new SectionLabel(name, 0.87, Optional.empty(), List.of())).toList(),
                sections.isEmpty() ? SectionOutcome.NONE_FITS : SectionOutcome.LABELLED, "2026-03", tags, List.of(),
                List.of());
        return new EnrichedArticle(EnrichedArticle.SCHEMA_VERSION, articleId, revision, status,
                Optional.of("own-" + articleId), Optional.of("https://alder.example/" + articleId),
                new Source(source, Optional.of("https://alder.example")), headline, summary, body, Optional.empty(),
                List.of("Ada Reed"),
                Declared.NOTHING, Optional.of(labels), List.of(), "f1", duplicateOf, publishedAt, Optional.empty(),
                RECEIVED, RECEIVED.plusSeconds(1));
    }

    /** The change that keeps it. */
    public ArticleChange upsert() {
        return new ArticleChange.Upsert(made(), Optional.empty());
    }
}
