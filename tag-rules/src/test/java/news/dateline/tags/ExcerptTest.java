package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Mention;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String FAR = "x y ".repeat(200);

    @Test
    void marksTheWordsInTheHeadlineAndShowsWhatStandsAroundThoseInTheBody() throws Exception {
        assertThat(excerpts(Rules.enriched("Harbour shut", "", FAR + "the harbour was closed " + FAR)))
                .satisfiesExactly(headline -> assertThat(headline).isEqualTo("[Harbour] shut"),
                        body -> assertThat(body).startsWith("… ").endsWith(" …")
                                .contains("y the [harbour] was closed x").hasSizeLessThan(220));
    }

    @Test
    void placesThatStandTogetherAreOneExcerptAndThoseFarApartTwo() throws Exception {
        assertThat(excerpts(Rules.enriched("Shut", "", "A harbour, any harbour. " + FAR + "One more harbour. " + FAR
                + "The last harbour.")))
                .satisfiesExactly(headline -> assertThat(headline).isEqualTo("Shut"),
                        first -> assertThat(first).startsWith("A [harbour], any [harbour]. x"),
                        second -> assertThat(second).contains("One more [harbour]."));
    }

    @Test
    void doesNotCutACharacterInTwo() throws Exception {
        String ships = "\uD83D\uDEA2".repeat(300);

        assertThat(excerpts(Rules.enriched("Shut", "", ships + " harbour " + ships)).get(1).codePoints())
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static List<String> excerpts(EnrichedArticle article) throws Exception {
        try (RuleBook book = new RuleBook()) {
            book.put(Rules.rule("harbour", "harbour"));
            List<Mention> places = book.tags(
                    new TaggableArticle(article.headline(), article.summary(), article.body(), "en", "", "",
                            Rules.PUBLISHED, List.of(),
                            List.of()))
                    .getFirst().matches();
            return Excerpt.of(article, places).stream().map(excerpt -> excerpt.pieces().stream()
                    .map(piece -> piece.matched() ? "[" + piece.text() + "]" : piece.text())
                    .collect(Collectors.joining())).toList();
        }
    }
}
