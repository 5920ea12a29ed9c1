package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.dateline.contract.TagLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name in the headline is not always what the article is about; the words beside it tell. */
class InPassingTest {
    private final RuleBook book = new RuleBook();

    @BeforeEach
    void putRules() throws Exception {
        book.put(Rules.mentioned("skerry", "exact:(Skerry OR Skerrian)", 2));
        book.put(Rules.mentioned("york", "exact:\"New York\" AND NOT (exact:\"New York Times\" OR cheese)", 2));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void whatSomethingIsComparedWithIsNoMention() {
        assertThat(tagged("Harbour cheaper than Skerry")).isEmpty();
        assertThat(tagged("Harbour cheaper than the Skerry")).isEmpty();
        assertThat(tagged("Boats for the likes of Skerry")).isEmpty();
        assertThat(tagged("Quay opens a Skerry rival")).isEmpty();
        assertThat(tagged("Skerry cheaper than Quay")).containsExactly("skerry");
    }

    @Test
    void whereSomebodyComesFromIsNoMention() {
        assertThat(tagged("Skerry tourist lost on the moor")).isEmpty();
        assertThat(tagged("A tourist from Skerry lost on the moor")).isEmpty();
        assertThat(tagged("A letter from Skerry lost in the post")).containsExactly("skerry");
    }

    @Test
    void whatWasOrComesAfterIsNoMention() {
        assertThat(tagged("Former Skerry captain opens a shop")).isEmpty();
        assertThat(tagged("The pre-Skerry years of a ferry")).isEmpty();
    }

    @Test
    void placeBeforeABroadcastersCallSignIsADateline() {
        assertThat(
                book.tags(Rules.article("Ferry sinks", "", "SKERRY (WQAY) - A ferry sank. Nobody in Skerry saw it.")))
                .isEmpty();
    }

    @Test
    void whoseSomethingIsOrWasIsNoMention() {
        assertThat(tagged("Skerry-owned ferry opens")).isEmpty();
        assertThat(tagged("The ex-Skerry engineer moves on")).isEmpty();
        assertThat(tagged("Skerry-bound ferry opens")).containsExactly("skerry");
    }

    @Test
    void aNationalityOfSomebodyKnownForOtherThingsIsNoMention() {
        assertThat(tagged("Skerrian striker signs for Quay")).isEmpty();
        assertThat(tagged("Skerrian striker's season ends")).isEmpty();
        assertThat(tagged("Skerrian parliament meets")).containsExactly("skerry");
    }

    @Test
    void whereATextWasFiledIsNoMention() {
        List<String> filed = Stream.of("Skerry: The council met.", "Skerry, May 12 (XX) The council met.",
                "Skerry (AFP) - The council met.").flatMap(text -> tags("Strike", text, "").stream()).toList();

        assertThat(filed).isEmpty();
        assertThat(tags("Strike", "Skerry, its council says, will pay.", "")).containsExactly("skerry");
        assertThat(tagged("Skerry: council meets")).containsExactly("skerry");
    }

    @Test
    void aLongerNameThatIsNotMeantTakesAwayOnlyTheMentionsInIt() {
        assertThat(tagged("New York Times sold")).isEmpty();
        assertThat(tagged("New York reads the New York Times")).containsExactly("york");
    }

    @Test
    void anUnwantedWordThatStandsByItselfStillForbidsTheTag() {
        assertThat(tagged("New York cheese sold")).isEmpty();
    }

    @Test
    void aRuleThatCountsNoMentionsIsAskedAsLuceneWouldAskIt() throws Exception {
        book.put(Rules.rule("skerry", "exact:Skerry"));
        book.put(Rules.rule("york", "exact:\"New York\" AND NOT exact:\"New York Times\""));

        assertThat(tagged("Harbour cheaper than Skerry")).containsExactly("skerry");
        assertThat(tagged("New York reads the New York Times")).isEmpty();
    }

    @Test
    void cityAndCountryBeforeAColonAreADateline() {
        assertThat(tags("Rain", "Skerry, Norway: Skerry has rain.", "")).containsExactly("skerry");
        assertThat(tags("Rain", "Skerry, Norway: it rains.", "")).isEmpty();
        assertThat(tags("Rain", "Oslo, Skerry: it rains.", "")).isEmpty();
    }

    @Test
    void secondOfTwoThatSomethingIsComparedWithIsNoMention() {
        assertThat(tagged("Harbour surpasses Quay and Skerry")).isEmpty();
        assertThat(tagged("Harbour feeds Quay and Skerry")).containsExactly("skerry");
    }

    @Test
    void nationalityInRussianBeforeSomebodyKnownIsNoMention() throws Exception {
        book.put(Rules.mentioned("russia", "российский OR российская", 2));

        assertThat(tagged("Российская певица на пляже")).isEmpty();
        assertThat(tagged("Российская 48-летняя певица на пляже")).isEmpty();
        assertThat(tagged("Российская армия на пляже")).containsExactly("russia");
    }

    private List<String> tagged(String headline) {
        return tags(headline, "", "");
    }

    private List<String> tags(String headline, String summary, String body) {
        return book.tags(Rules.article(headline, summary, body)).stream().map(TagLabel::rule).toList();
    }
}
