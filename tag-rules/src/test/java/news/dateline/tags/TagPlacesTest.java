package news.dateline.tags;

import static news.dateline.contract.TextPart.BODY;
import static news.dateline.contract.TextPart.HEADLINE;
import static news.dateline.contract.TextPart.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.contract.TagLabel;
import news.dateline.contract.Mention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every tag says where in the stored texts its rule matched. */
class TagPlacesTest {
    private final RuleBook book = new RuleBook();

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void givesOffsetsIntoTheFieldThatHasTheWords() throws Exception {
        book.put(Rules.rule("r", "harbour OR exact:Skerry"));

        TagLabel tag = book.tags(Rules.article("Harbour shut", "The harbour.", "At Skerry, the harbour is shut."))
                .getFirst();

        assertThat(tag.matches()).containsExactly(new Mention(HEADLINE, 0, 7), new Mention(SUMMARY, 4, 11),
                new Mention(BODY, 3, 9), new Mention(BODY, 15, 22));
        assertThat(tag.matched()).containsExactly("Harbour", "Skerry");
    }

    @Test
    void countsInUtf16UnitsWhateverTheTextsHold() throws Exception {
        book.put(Rules.rule("r", "exact:Skerry"));

        assertThat(book.tags(Rules.article("\ud83d\ude00", "", "\ud83d\ude00 \u202eZürich\ud800 Skerry")).getFirst()
                .matches())
                .containsExactly(new Mention(BODY, 12, 18));
        assertThat(book.tags(Rules.article("", "  \n", "Skerry")).getFirst().matches())
                .containsExactly(new Mention(BODY, 0, 6));
    }

    @Test
    void givesAPhraseAsOnePlaceAndPlacesThatOverlapOnce() throws Exception {
        book.put(Rules.rule("r", "\"harbour strike\" OR strike OR exact:\"Harbour strike\""));

        assertThat(book.tags(Rules.article("Harbour strike", "", "")).getFirst().matches())
                .containsExactly(new Mention(HEADLINE, 0, 14));
    }

    @Test
    void keepsTheFirstTenPlaces() throws Exception {
        book.put(Rules.rule("r", "harbour"));

        TagLabel tag = book.tags(Rules.article("", "", "harbour ".repeat(50_000))).getFirst();

        assertThat(tag.matches()).hasSize(10).last().isEqualTo(new Mention(BODY, 72, 79));
        assertThat(tag.matched()).containsExactly("harbour");
    }

    @Test
    void aPublishersNameBehindTheHeadlineEarnsNoTag() throws Exception {
        book.put(Rules.rule("r", "exact:Australia"));

        assertThat(book.tags(Rules.article("Storm nears the coast - Yahoo News Australia", "", ""))).isEmpty();
        assertThat(book.tags(Rules.article("Storm nears the coast - it moves to Australia", "", ""))).hasSize(1);
        assertThat(book.tags(Rules.article("Cyclone - Australia", "", ""))).hasSize(1);
    }

    @Test
    void aRuleMayWantSeveralPlacesUnlessOneIsInTheHeadline() throws Exception {
        book.put(Rules.mentioned("r", "harbour", 3));

        assertThat(book.tags(Rules.article("Strike", "", "The harbour, the harbour."))).isEmpty();
        assertThat(book.tags(Rules.article("Strike", "", "At the harbour. The harbour is shut. Harbour!"))).hasSize(1);
        assertThat(book.tags(Rules.article("Harbour strike", "", "Nobody works."))).hasSize(1);
    }

    @Test
    void wordsThatOnlyHaveToBeThereAreNoMentions() throws Exception {
        book.put(Rules.mentioned("r", "exact:Skerry AND (harbour OR \"coast guard\")^0", 2));

        assertThat(book.tags(Rules.article("Harbour shut", "", "Skerry waits."))).isEmpty();
        assertThat(book.tags(Rules.article("Shut", "", "Skerry waits for Skerry."))).isEmpty();
        assertThat(book.tags(Rules.article("Shut", "", "Skerry waits for the coast guard of Skerry.")).getFirst()
                .matched()).containsExactly("Skerry");
    }

    @Test
    void ofTwoMentionsOneStandsInTheFirstWordsOfSummaryOrBody() throws Exception {
        book.put(Rules.mentioned("r", "harbour", 2));
        String long80 = "The council met once more and talked of many things until the sun had gone down. ";

        assertThat(book.tags(Rules.article("Strike", "", long80 + "The harbour, the harbour."))).isEmpty();
        assertThat(book.tags(Rules.article("Strike", "The harbour.", long80 + "The harbour."))).hasSize(1);
    }

    @Test
    void aTextThatComesBackToAWordNeedNotOpenWithIt() throws Exception {
        book.put(Rules.mentioned("r", "harbour", 1));
        String farDown = "The council met. ".repeat(40);

        assertThat(book.tags(Rules.article("Strike", "", farDown + "The harbour, the harbour."))).isEmpty();
        assertThat(book.tags(Rules.article("Strike", "", farDown + "Harbour, harbour, harbour."))).hasSize(1);
        book.put(Rules.rule("r", "harbour"));
        assertThat(book.tags(Rules.article("Strike", "", farDown + "The harbour."))).hasSize(1);
    }

    @Test
    void halfOfTheMentionsAreEnoughWhereThereIsNoBody() throws Exception {
        book.put(Rules.mentioned("r", "harbour", 2));

        assertThat(book.tags(Rules.article("Strike", "The harbour is shut.", ""))).hasSize(1);
        assertThat(book.tags(Rules.article("Strike", "The harbour is shut.", "Nobody works."))).isEmpty();
    }

    @Test
    void takesAnArticleOfAMillionWordsAndOneWithoutAny() throws Exception {
        book.put(Rules.rule("r", "harb* AND \"harbour strike\"~100 AND NOT exact:Nothing"));

        assertThat(book.tags(Rules.article("", "", "harbour strike harbor ".repeat(350_000)))).hasSize(1);
        assertThat(book.tags(Rules.article("", "", "x".repeat(1_000_000) + " harbour"))).isEmpty();
        assertThat(book.tags(Rules.article("", "", "... !!! 。"))).isEmpty();
    }
}
