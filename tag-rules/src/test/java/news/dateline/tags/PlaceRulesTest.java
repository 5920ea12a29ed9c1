package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Entity;
import news.dateline.contract.EntityKind;
import news.dateline.contract.Mention;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TextPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule can ask for a place, which is found where the article names what tells of it. */
class PlaceRulesTest {
    private static final String AT_HOME = "https://quay.example.no/rain";
    private static final String ABROAD = "https://quay.example.com/rain";

    private final RuleBook book = new RuleBook();

    @BeforeEach
    void putRules() throws Exception {
        book.put(Rules.mentioned("norway", "exact:Norway OR place:no", 4));
        book.put(Rules.mentioned("georgia", "place:us-ga AND NOT exact:\"Savannah Cat\"", 2));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void cityInTheHeadlineTellsOfItsCountryAndIsTheMention() {
        List<TagLabel> tags = book
                .tags(article("Ferry sinks off Bergen", "", "en", "World", bergen(TextPart.HEADLINE, 16)));

        assertThat(tags).extracting(TagLabel::rule).containsExactly("norway");
        assertThat(tags.getFirst().matches()).containsExactly(new Mention(TextPart.HEADLINE, 16, 22));
        assertThat(tags.getFirst().matched()).containsExactly("Bergen");
    }

    @Test
    void cityTellsOfItsStateWhatTheRuleExcludesDoesNot() {
        Entity savannah = entity("US-GA:savannah", "US", TextPart.HEADLINE, 0, 8);

        assertThat(tagged(article("Savannah closes its port", "", "en", "World", savannah))).containsExactly("georgia");
        assertThat(tagged(article("Savannah Cat lost at sea", "", "en", "World", savannah))).isEmpty();
    }

    @Test
    void countryItselfTellsNothingInEnglishWhereTheRuleHasItsOwnWords() {
        Entity people = entity("NO", "NO", TextPart.HEADLINE, 0, 9);

        assertThat(tagged(article("Norwegian salmon on toast", "", "en", "World", people))).isEmpty();
        assertThat(tagged(article("Norwegen schickt Lachse", "", "de", "World", people))).containsExactly("norway");
    }

    @Test
    void cityOfThePublishersNameIsNoMention() {
        assertThat(tagged(article("Ferry sinks with all hands - Bergen Post", "", "en", "World",
                bergen(TextPart.HEADLINE, 29)))).isEmpty();
    }

    @Test
    void cityInSportIsAClubUnlessALeagueOfItsCountryIsNamed() {
        Entity league = new Entity("Norwegian League", EntityKind.ORGANISATION, Optional.of("org:league"),
                Optional.of("NO"), 1, List.of());

        assertThat(tagged(article("Bergen beat Skerry away", "", "en", "Sport", bergen(TextPart.HEADLINE, 0))))
                .isEmpty();
        assertThat(tagged(article("Bergen beat Skerry away", "", "en", "Sport", "", bergen(TextPart.HEADLINE, 0),
                league))).containsExactly("norway");
        assertThat(tagged(article("Cup of «Bergen» is won", "", "ru", "World", bergen(TextPart.HEADLINE, 8))))
                .isEmpty();
    }

    @Test
    void atHomeOneMentionIsEnough() {
        String body = "In Bergen it rains, and nobody minds.";

        assertThat(tagged(article("Rain", body, "en", "World", AT_HOME, bergen(TextPart.BODY, 3))))
                .containsExactly("norway");
        assertThat(tagged(article("Rain", body, "en", "World", ABROAD, bergen(TextPart.BODY, 3)))).isEmpty();
    }

    @Test
    void atHomeHalfAsManyAreNeededInSportAndWhereTheHeadlineIsAbroad() {
        String once = "In Bergen it rains, and nobody minds.";
        String twice = "In Bergen it rains. In Bergen it pours, and nobody minds.";
        Entity cork = entity("IE:cork", "IE", TextPart.HEADLINE, 0, 4);
        Entity bergen = entity("NO", "NO", TextPart.BODY, 3, 9);
        Entity bergenTwice = entity("NO", "NO", TextPart.BODY, 3, 9, 23, 29);

        assertThat(tagged(article("Rain", once, "no", "Sport", AT_HOME, bergen))).isEmpty();
        assertThat(tagged(article("Rain", twice, "no", "Sport", AT_HOME, bergenTwice))).containsExactly("norway");
        assertThat(tagged(article("Cork floods", once, "no", "World", AT_HOME, bergen, cork))).isEmpty();
        assertThat(tagged(article("Cork floods", twice, "no", "World", AT_HOME, bergenTwice, cork)))
                .containsExactly("norway");
    }

    @Test
    void homeIsTheCountryAtTheEndOfTheHost() {
        assertThat(home("https://www.quay.example.com.au:8443/a.fr", "en")).isEqualTo("au");
        assertThat(home("http://quay.co.uk", "en")).isEqualTo("gb");
        assertThat(home("https://quay.example", "en")).isEmpty();
        assertThat(home("https://quay.tv", "en")).isEmpty();
        assertThat(home("quay.fr", "en")).isEmpty();
        assertThat(home("", "en")).isEmpty();
    }

    @Test
    void homeIsWhereALanguageIsWhenTheHostTellsNone() {
        assertThat(home("https://quay.com", "ru")).isEqualTo("ru");
        assertThat(home("https://quay.be", "fr")).isEqualTo("be");
        assertThat(home("https://quay.com", "es")).isEmpty();
    }

    @Test
    void ruleAsksForHome() throws Exception {
        book.put(Rules.rule("ferries", "ferry AND home:no"));

        assertThat(tagged(article("A ferry sinks", "", "en", "World", AT_HOME))).containsExactly("ferries");
        assertThat(tagged(article("A ferry sinks", "", "en", "World", ABROAD))).isEmpty();
    }

    @Test
    void mentionBehindTheTextThatRulesLookAtIsPassedOver() {
        assertThat(tagged(article("Rain", "Short", "en", "World", bergen(TextPart.BODY, 5_000)))).isEmpty();
    }

    private List<String> tagged(TaggableArticle article) {
        return book.tags(article).stream().map(TagLabel::rule).toList();
    }

    private static String home(String address, String language) {
        return PublisherHome.of(article("", "", language, "World", address));
    }

    private static TaggableArticle article(String headline, String body, String language, String section,
            Entity entity) {
        return article(headline, body, language, section, "", entity);
    }

    private static TaggableArticle article(String headline, String body, String language, String section,
            String address, Entity... entities) {
        return new TaggableArticle(headline, "", body, language, "Quay Post", address, Rules.PUBLISHED,
                List.of(section), List.of(entities));
    }

    private static Entity bergen(TextPart in, int start) {
        return entity("NO:bergen", "NO", in, start, start + 6);
    }

    private static Entity entity(String id, String country, TextPart in, int... startsAndEnds) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < startsAndEnds.length; i += 2) {
            mentions.add(new Mention(in, startsAndEnds[i], startsAndEnds[i + 1]));
        }
        return new Entity(id, EntityKind.PLACE, Optional.of(id), Optional.of(country), mentions.size(), mentions);
    }
}
