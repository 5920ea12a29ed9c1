package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TagParentsTest {
    private final RuleBook book = new RuleBook();

    @AfterEach
    void close() {
        book.close();
    }

    private List<TagLabel> tags(TagRule... rules) throws InvalidRule {
        book.putAll(List.of(rules));
        return book.tags(Rules.article("Night in Kyiv", "", "Lviv sleeps."));
    }

    @Test
    void whatIsAboutKyivIsAboutUkraineAndEuropeAsWell() throws Exception {
        assertThat(tags(Rules.child("kyiv", "kyiv", "ukraine"), Rules.child("ukraine", "ukraine", "europe"),
                Rules.rule("europe", "europe"))).extracting(TagLabel::rule, TagLabel::through).containsExactly(
                        tuple("europe", Optional.of("ukraine")), tuple("kyiv", Optional.empty()),
                        tuple("ukraine", Optional.of("kyiv")));
    }

    @Test
    void aParentThatMatchesByItselfNeedsNoChild() throws Exception {
        assertThat(tags(Rules.child("kyiv", "kyiv", "night"), Rules.rule("night", "night")))
                .extracting(TagLabel::rule, TagLabel::through)
                .containsExactly(tuple("kyiv", Optional.empty()), tuple("night", Optional.empty()));
    }

    @Test
    void aParentOfSeveralIsThereOnceThroughTheFirst() throws Exception {
        assertThat(tags(Rules.child("lviv", "lviv", "ukraine"), Rules.child("kyiv", "kyiv", "ukraine"),
                Rules.rule("ukraine", "ukraine"))).extracting(TagLabel::rule, TagLabel::through).containsExactly(
                        tuple("kyiv", Optional.empty()), tuple("lviv", Optional.empty()),
                        tuple("ukraine", Optional.of("kyiv")));
    }

    @Test
    void aParentThatIsNotInForceGivesNothing() throws Exception {
        assertThat(tags(Rules.child("kyiv", "kyiv", "ukraine"))).extracting(TagLabel::rule).containsExactly("kyiv");
    }

    @Test
    void aCircleOfParentsEnds() throws Exception {
        assertThat(tags(Rules.child("kyiv", "kyiv", "a"), Rules.child("a", "nothing", "b"),
                Rules.child("b", "nothing", "kyiv"))).extracting(TagLabel::rule).containsExactly("a", "b", "kyiv");
    }

    @Test
    void refusesAnUnknownParentAndACircle() {
        Map<String, TagRule> known = Map.of("a", Rules.child("a", "x", "b"), "b", Rules.rule("b", "x"));

        assertThatThrownBy(() -> RuleBook.checkParent(Rules.child("c", "x", "d"), known))
                .hasMessage("there is no rule 'd' to be the parent");
        assertThatThrownBy(() -> RuleBook.checkParent(Rules.child("b", "x", "a"), known))
                .hasMessage("the parents would go in a circle: b → a → b");
        assertThatThrownBy(() -> RuleBook.checkParent(Rules.child("c", "x", "c"), known))
                .hasMessage("the parents would go in a circle: c → c");
    }
}
