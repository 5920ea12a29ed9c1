package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Evidence;
import news.dateline.contract.EvidenceOrigin;
import news.dateline.contract.Labels;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RelatedItem;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnricherTest {
    private static final RuleBook RULES = new RuleBook();
    private static final Enricher ENRICHER = new Enricher(new LanguageDetector(), SectionModel.bundled(),
            new Edition.OfPublisher(), RULES,
            Clock.systemUTC());

    @BeforeAll
    static void load() throws Exception {
        RULES.putAll(StarterRules.all(Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    void scrapedPageIsLabelledByItsOwnParagraphsAlone() throws IOException {
        Path page = Stream.of("../../shared/data", "../shared/data").map(Path::of).filter(Files::isDirectory)
                .map(data -> data.resolve("articles/000_9f49829275a7b774.txt")).findFirst().orElse(Path.of("missing"));
        assumeTrue(Files.exists(page), "skipped: the real page is not on this machine");

        EnrichedArticle article = ENRICHER.enrich(raw("", new Content(Content.PLAIN, Files.readString(page))), 1);

        Labels labels = article.labels().orElseThrow();
        assertThat(article.headline()).startsWith("Trump hails meeting").doesNotContain("\n");
        assertThat(article.body()).startsWith("The high-stakes summit").endsWith("Trump-brokered deal.")
                .doesNotContain("Getty", "ANCHORAGE", "Source\n", "Read More", "Colombia", article.headline());
        assertThat(labels.sections()).extracting(SectionLabel::section).containsExactlyInAnyOrder("World", "Politics");
        assertThat(labels.tags()).extracting(TagLabel::tag)
                .contains("United States", "Russia", "Ukraine", "Donald Trump", "Vladimir Putin", "Volodymyr Zelenskyy")
                .containsAnyOf("Ceasefire", "Peace talks")
                .doesNotContain("Colombia", "South Korea", "Births", "Start-ups");
        assertThat(article.relatedItems()).hasSize(3).extracting(RelatedItem::section)
                .containsOnly(Optional.of("World"));
    }

    @Test
    void languageThatTheModelDoesNotKnowGetsNoSectionAndSaysSo() {
        EnrichedArticle article = ENRICHER.enrich(raw("Sturm schließt den Hafen", new Content(Content.PLAIN,
                "Ein Sturm hat am Dienstag den Hafen geschlossen. Die Schiffe warten draußen auf ruhigere See.")), 1);

        Labels labels = article.labels().orElseThrow();
        assertThat(labels.language()).contains("de");
        assertThat(labels.sections()).isEmpty();
        assertThat(labels.sectionOutcome()).isEqualTo(SectionOutcome.LANGUAGE_NOT_KNOWN);
    }

    @Test
    void summaryIsReadWhereThereIsNoText() {
        RawArticle raw = new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, "Rates rise",
                "The European Central Bank raised interest rates on Thursday to slow inflation in the euro zone.",
                Content.NONE, List.of(), Declared.NOTHING, Optional.empty(), PublicationStatus.USABLE,
                Optional.empty(), Optional.empty(), Instant.EPOCH);

        Labels labels = ENRICHER.enrich(raw, 1).labels().orElseThrow();

        assertThat(labels.sections()).extracting(SectionLabel::section).contains("Business");
        assertThat(labels.tags()).extracting(TagLabel::tag).contains("Inflation");
    }

    @Test
    void summaryIsReadWhereTheTextHasLostItsLetters() {
        RawArticle raw = withoutLetters("Лодка вышла в море из порта в Китае и плывет на север.",
                "Apple . iPhone 12 , Apple , . iPhone -12 .");

        Labels labels = ENRICHER.enrich(raw, 1).labels().orElseThrow();

        assertThat(labels.tags()).extracting(TagLabel::rule).contains("china").doesNotContain("apple");
    }

    @Test
    void textsThatHaveLostTheirLettersAreStillToldApart() {
        String one = ENRICHER.enrich(withoutLetters("", "Apple . iPhone 12 , ."), 1).textFingerprint();
        String other = ENRICHER.enrich(withoutLetters("", "Samsung . Galaxy 20 , ."), 1).textFingerprint();

        assertThat(one).isNotEqualTo(other);
    }

    private static RawArticle withoutLetters(String summary, String text) {
        return new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN,
                "Лодка вышла в море из старого порта", summary, new Content(Content.PLAIN, text), List.of(),
                Declared.NOTHING, Optional.empty(), PublicationStatus.USABLE, Optional.empty(), Optional.empty(),
                Instant.EPOCH);
    }

    @Test
    void summaryTellsLanguageAndSectionBesideAShortBody() {
        RawArticle raw = new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, "Vellmar X200 Pro",
                "The phone maker's shares fell after it warned investors that its quarterly profit would miss forecasts.",
                new Content(Content.PLAIN, "X200 Pro 5G. – 120 Hz, 5000 mAh."), List.of(), Declared.NOTHING,
                Optional.empty(), PublicationStatus.USABLE, Optional.empty(), Optional.empty(), Instant.EPOCH);

        Labels labels = ENRICHER.enrich(raw, 1).labels().orElseThrow();

        assertThat(labels.language()).contains("en");
        assertThat(labels.sections()).extracting(SectionLabel::section).contains("Business");
    }

    @Test
    void declaredLanguageHoldsWhereNoneIsDetected() {
        RawArticle raw = new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, "1–0", "",
                Content.NONE, List.of(), new Declared(Optional.of("pt-BR"), List.of(), List.of()), Optional.empty(),
                PublicationStatus.USABLE, Optional.empty(), Optional.empty(), Instant.EPOCH);

        assertThat(ENRICHER.enrich(raw, 1).labels().orElseThrow().language()).contains("pt");
    }

    @Test
    void declaredSectionIsEvidenceAndIsSaidToBe() {
        RawArticle raw = new RawArticle(1, "a", Optional.empty(), Optional.of("https://paper.example/x"),
                Source.UNKNOWN,
                "Shares fall as bank reports a loss",
                "Investors sold stocks; the bank's quarterly profit missed forecasts.",
                Content.NONE, List.of(), new Declared(Optional.empty(), List.of("Business news"), List.of()),
                Optional.empty(), PublicationStatus.USABLE, Optional.empty(), Optional.empty(), Instant.EPOCH);

        SectionLabel business = ENRICHER.enrich(raw, 1).labels().orElseThrow().sections().getFirst();

        assertThat(business.section()).isEqualTo("Business");
        assertThat(business.because()).extracting(Evidence::origin).contains(Optional.of(EvidenceOrigin.DECLARED));
    }

    private static RawArticle raw(String headline, Content content) {
        return new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, headline, "", content,
                List.of(), Declared.NOTHING, Optional.empty(), PublicationStatus.USABLE, Optional.empty(),
                Optional.empty(), Instant.EPOCH);
    }
}
