package news.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.dateline.contract.Entity;
import news.dateline.contract.TextPart;
import org.junit.jupiter.api.Test;

class RussianCasesTest {
    @Test
    void nameHasTheFormsOfItsEnding() {
        assertThat(RussianCases.of("Москва")).contains("Москва", "Москвы", "Москве", "Москву", "Москвой");
        assertThat(RussianCases.of("Франция")).contains("Франции", "Францию", "Францией");
        assertThat(RussianCases.of("Кремль")).contains("Кремля", "Кремлю", "Кремлем", "Кремле");
        assertThat(RussianCases.of("Польша")).contains("Польши");
    }

    @Test
    void wordsOfANameAreDeclinedTogetherAndOfACompoundTheLastPart() {
        assertThat(RussianCases.of("Верховная Рада")).contains("Верховной Рады", "Верховную Раду");
        assertThat(RussianCases.of("Санкт-Петербург")).contains("Санкт-Петербурга", "Санкт-Петербурге");
    }

    @Test
    void acronymAndNameInAnotherScriptStayAsTheyAre() {
        assertThat(RussianCases.of("РЖД")).containsExactly("РЖД");
        assertThat(RussianCases.of("Осло")).containsExactly("Осло");
        assertThat(RussianCases.of("Paris")).containsExactly("Paris");
    }

    @Test
    void inflectedCityAndCountryAreKnownInRussian() {
        NamedEntities named = new EntityRecognizer().recognize("Паром из Хельсинки прибыл в Москву", TextPart.SUMMARY,
                "О пароме сообщили в Финляндии", Optional.of("ru"));

        assertThat(named.entities()).flatExtracting(entity -> entity.country().stream().toList())
                .containsExactlyInAnyOrder("FI", "RU", "FI");
    }

    @Test
    void titleCaseHeadlineNamesSomebodyAndNoCity() {
        NamedEntities named = new EntityRecognizer().recognize("Sofia Oldacre Opens New Ferry Line", TextPart.SUMMARY,
                "",
                Optional.of("en"));

        assertThat(named.entities()).extracting(Entity::id).doesNotContain(Optional.of("BG:sofia"));
    }
}
