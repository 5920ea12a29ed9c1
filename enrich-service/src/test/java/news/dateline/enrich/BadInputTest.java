package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.Content;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Entity;
import news.dateline.contract.Labels;
import news.dateline.contract.LanguageOrigin;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever arrives is labelled, or says why it is not, in bounded time and size.
 *
 * <p>The limit of time is far above what any of these takes; it only catches time that grows faster than the text.
 */
class BadInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 1_000_000;
    private static final int TWENTY_MEGABYTES = 20_000_000;

    /** The labels of an article may not grow with its text: the record has to fit into its topic. */
    private static final int MOST_LABEL_BYTES = 64 * 1024;

    private static final String SENTENCE = "The mayor of Paris told Reuters on Friday that Ukraine’s harbour would reopen. ";
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

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("20 MB of sentences", SENTENCE.repeat(TWENTY_MEGABYTES / SENTENCE.length())),
                Arguments.of("20 MB of paragraphs", (SENTENCE + "\n\n").repeat(TWENTY_MEGABYTES / SENTENCE.length())),
                Arguments.of("one line of a million words", "word ".repeat(MANY)),
                Arguments.of("a million different names", names()),
                Arguments.of("one word of a million letters", "Ukraine".repeat(MANY / 7)),
                Arguments.of("a million capitals", "Jordan Georgia Washington ".repeat(MANY / 26)),
                Arguments.of("a million abbreviations", "U.S.".repeat(MANY / 4)),
                Arguments.of("no letters", "1 234,56 — (78) 90 % ".repeat(MANY / 20)),
                Arguments.of("no letters and no digits", "…!?–— ".repeat(MANY / 6)),
                Arguments.of("mixed scripts", "Kyiv Київ Киев 基輔 קייב كييف कीव เคียฟ 키이우 ".repeat(MANY / 45)),
                Arguments.of("unpaired surrogates", "Paris \uD83D says \uDE00\uD83D no ".repeat(MANY / 20)),
                Arguments.of("right-to-left marks",
                        "\u202EParis\u202C \u200Fsays\u200E \u2066no\u2069 ".repeat(MANY / 20)),
                Arguments.of("combining marks", "P" + "\u0301\u0323".repeat(MANY / 2)),
                Arguments.of("control characters", "Paris\u0000\u0007\u001B ".repeat(MANY / 9)),
                Arguments.of("escaped HTML", "&lt;p&gt;".repeat(MANY / 9)),
                Arguments.of("HTML inside HTML", "<p>&lt;div&gt;&lt;p&gt;Paris&lt;/p&gt;</p>".repeat(MANY / 42)),
                Arguments.of("nested HTML", "<div><b>".repeat(MANY / 80) + "Paris" + "</b></div>".repeat(MANY / 80)),
                Arguments.of("blank", " \u00A0\u200B\n".repeat(MANY / 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isLabelledOrSaysWhyNot(String what, String text) {
        for (String mediaType : List.of(Content.PLAIN, Content.HTML)) {
            EnrichedArticle article = assertTimeoutPreemptively(LIMIT,
                    () -> ENRICHER.enrich(raw("Harbour opens", "", mediaType, text), 1));

            Labels labels = article.labels().orElseThrow();
            assertThat(labels.sectionOutcome()).isIn((Object[]) SectionOutcome.values());
            assertThat(labels.languageOrigin() == LanguageOrigin.UNKNOWN).isEqualTo(labels.language().isEmpty());
            assertThat(ContractJson.mapper().writeValueAsBytes(labels)).hasSizeLessThan(MOST_LABEL_BYTES);
            assertThat(labels.entities()).allSatisfy(entity -> assertMentionsStandIn(article, entity));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isTakenAsHeadlineAndSummaryToo(String what, String text) {
        String shorter = text.substring(0, Math.min(text.length(), MANY));

        EnrichedArticle article = assertTimeoutPreemptively(LIMIT,
                () -> ENRICHER.enrich(raw(shorter, shorter, Content.PLAIN, ""), 1));

        assertThat(article.labels()).isPresent();
        article.labels().orElseThrow().entities().forEach(entity -> assertMentionsStandIn(article, entity));
    }

    @Test
    void textWithoutLettersIsInNoLanguageAndInNoSection() {
        Labels labels = ENRICHER.enrich(raw("1–0", "", Content.PLAIN, "12 : 34 (56)"), 1).labels().orElseThrow();

        assertThat(labels.language()).isEmpty();
        assertThat(labels.languageOrigin()).isEqualTo(LanguageOrigin.UNKNOWN);
        assertThat(labels.sectionOutcome()).isEqualTo(SectionOutcome.LANGUAGE_NOT_KNOWN);
        assertThat(labels.entities()).isEmpty();
    }

    @Test
    void marksOfDirectionDoNotHideWhatIsWritten() {
        Labels labels = ENRICHER
                .enrich(raw("Harbour opens", "", Content.PLAIN, "\u200FThe harbour of Odesa in Ukraine\u200F "
                        + "has opened again after the winter storms, the mayor said on Tuesday."), 1)
                .labels().orElseThrow();

        assertThat(labels.language()).contains("en");
        assertThat(labels.entities()).extracting(Entity::name).contains("Ukraine", "Odesa");
    }

    @Test
    void htmlInsideHtmlIsReadAsText() {
        EnrichedArticle article = ENRICHER.enrich(raw("Harbour opens", "", Content.HTML,
                "<div>&lt;div&gt;&lt;p&gt;The harbour is open.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/div&gt;</div>"),
                1);

        assertThat(article.body()).isEqualTo("The harbour is open.");
    }

    @Test
    void lateTextIsStillRead() {
        String text = SENTENCE.repeat(30_000) + "At the end stood Iceland.";

        List<Entity> entities = ENRICHER.enrich(raw("Harbour opens", "", Content.PLAIN, text), 1).labels().orElseThrow()
                .entities();

        assertThat(entities).extracting(Entity::name).contains("Iceland");
        assertThat(entities).filteredOn(entity -> entity.name().equals("Ukraine")).extracting(Entity::count)
                .containsExactly(30_000);
    }

    private static void assertMentionsStandIn(EnrichedArticle article, Entity entity) {
        assertThat(entity.mentions()).allSatisfy(mention -> {
            String in = switch (mention.in()) {
                case HEADLINE -> article.headline();
                case SUMMARY -> article.summary();
                case BODY -> article.body();
            };
            assertThat(in.substring(mention.start(), mention.end())).isNotBlank();
        });
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < MANY / 20; i++) {
            names.append("Mr. Quill").append(Integer.toString(i, 26).replaceAll("\\d", "z")).append(" said so. ");
        }
        return names.toString();
    }

    private static RawArticle raw(String headline, String summary, String mediaType, String text) {
        return new RawArticle(1, "a", Optional.empty(), Optional.empty(), Source.UNKNOWN, headline, summary,
                new Content(mediaType, text), List.of(), Declared.NOTHING, Optional.empty(), PublicationStatus.USABLE,
                Optional.empty(), Optional.empty(), Instant.EPOCH);
    }
}
