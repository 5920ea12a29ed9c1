package news.dateline.enrich.entity;

import static news.dateline.enrich.entity.Recognized.RECOGNIZER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.Dateline;
import news.dateline.contract.Entity;
import news.dateline.contract.EntityKind;
import news.dateline.contract.MainPlace;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRecognizerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "place Ukraine UA | The ferry sails to Ukraine.",
            "place Ukraine UA | The Ukrainian pilot landed.",
            "place United States US | The U.S.-led talks went on.",
            "place United States US | Exports to the US fell.",
            "place United Kingdom GB | Britain’s lamps are old.",
            "place North Korea KP | North Korea fired two rockets.",
            "place Ivory Coast CI | The harbour lies in Côte d’Ivoire.",
            "place Kyiv UA:kyiv | A train reached Kiev.",
            "place California US-CA | CALIFORNIA WOKE UP TO FOG AGAIN",
            "person Vladimir Putin person:vladimir-putin | Putin’s boat was seen.",
            "person Emmanuel Macron person:emmanuel-macron | Mr. Macron agreed.",
            "person Nancy Pelosi bioguide:P000197 | Nancy Pelosi spoke for an hour.",
            "organisation NATO org:nato | NATO will move its office.",
            "organisation World Health Organization org:who | The WHO sent two doctors.",
            "organisation JPMorgan Chase cik:19617 | JPMorgan Chase lent the money.",
            "organisation AT&T cik:732717 | AT&T laid the cable.",
            "organisation Johnson & Johnson cik:200406 | A plant of Johnson & Johnson closed."})
    void linksWhatTheGazetteerKnows(String expected, String text) {
        assertThat(Recognized.in(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "person Orlin Vask | The keeper, Dr. Orlin Vask, lit the lamp.",
            "person Maren Oldacre | Mayor Maren Oldacre opened the quay.",
            "person Tobias Brinn | “It turns,” said Tobias Brinn, who built it.",
            "person Ysolde Quarn | Divers found Ysolde Quarn, 45, on the shore.",
            "person Karoline van der Moor | The lens was cut by Karoline van der Moor.",
            "person Zeb Quillon | It was found by historian Zeb Quillon last year.",
            "person Queen Margaret | They greeted Queen Margaret at the gate.",
            "person William Vask | Attorney General William Vask resigned.",
            "person Zeb Quillon | Actor Zeb Quillon, 45, read the poem.",
            "person Clara Oldacre | It was read by Clara Oldacre National Editor of the paper.",
            "person Nick Chubb | The barge of Nick Chubb sank.",
            "person Lin-Manuel Vask | The songs of Lin-Manuel Vask were sung.",
            "organisation Vellmar Harbour Company | The quay belongs to the Vellmar Harbour Company.",
            "organisation University of Vellmar | A study by the University of Vellmar found salt.",
            "organisation Ministry of Ports and Canals | The Ministry of Ports and Canals paid.",
            "place Skerry Point | The lamp at Skerry Point, Norway, was lit."})
    void findsNamesThatNoGazetteerHas(String expected, String text) {
        assertThat(Recognized.in(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "The Lamp Turns Again After A Long And Windy Winter", "Monday was the last day. Tuesday will be cold.",
            "He said The Last Lamp was a good film.", "Will it rain? May be. Mark my words.",
            "Best Company in town, High School and all.", "General Election results will be late.",
            "JOIN US TODAY AND WIN", "WHO IS THE BEST KEEPER", "Major League teams met.",
            "The Old Lighthouse Walk, 12 miles long, is closed."})
    void findsNoneInWordsWithCapitalsAlone(String text) {
        assertThat(Recognized.in(text, text)).isEmpty();
    }

    @Test
    void tellsTwoPeopleWithAHyphenBetweenThemApart() {
        assertThat(Recognized.in("The Thomas Vell-Anna Quarn duel was shown again."))
                .containsExactlyInAnyOrder("person Thomas Vell", "person Anna Quarn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The lamp was lit by Thomas Ve…", "It was paid for by the University of Vellm…",
            "The boat of Donald Trum…"})
    void aWordThatWasCutOffIsNoName(String text) {
        assertThat(Recognized.in(text)).isEmpty();
    }

    @Test
    void understandsAFamilyNameByTheWholeNameBeforeIt() {
        NamedEntities named = RECOGNIZER.recognize("Oldacre: the lamp stays", TextPart.BODY,
                "Clara Oldacre keeps the lamp. Oldacre has done so for years, Ms. Oldacre’s son said.",
                Optional.of("en"));

        assertThat(named.entities())
                .containsExactly(new Entity("Clara Oldacre", EntityKind.PERSON, Optional.empty(), Optional.empty(),
                        4, List.of(new Mention(TextPart.HEADLINE, 0, 7), new Mention(TextPart.BODY, 0, 13),
                                new Mention(TextPart.BODY, 30, 37), new Mention(TextPart.BODY, 65, 72))));
    }

    @Test
    void understandsAnAcronymThatTheTextExplains() {
        NamedEntities named = RECOGNIZER.recognize("", TextPart.BODY,
                "The Vellmar Lamp Foundation (VLF) paid. The VLF was asked twice.", Optional.of("en"));

        assertThat(named.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Vellmar Lamp Foundation");
            assertThat(entity.count()).isEqualTo(3);
        });
    }

    @Test
    void mentionsAreThoseOfTheStoredText() {
        String text = "In Norway, “Putin” — so the keeper — was the name of a dog; Norway’s dogs 😀 differ in Norway.";

        NamedEntities named = RECOGNIZER.recognize("Dogs of Norway", TextPart.SUMMARY, text, Optional.of("en"));

        assertThat(named.entities()).allSatisfy(entity -> assertThat(entity.mentions()).allSatisfy(mention -> {
            String in = mention.in() == TextPart.HEADLINE ? "Dogs of Norway" : text;
            assertThat(in.substring(mention.start(), mention.end())).isIn("Norway", "Putin");
        }));
        assertThat(named.entities().getFirst().count()).isEqualTo(4);
        assertThat(named.entities().getFirst().mentions().getFirst().in()).isEqualTo(TextPart.HEADLINE);
    }

    @Test
    void countriesWeighByTheirNamesPlacesPeopleAndLeaders() {
        NamedEntities named = RECOGNIZER.recognize("Ukraine asks for lamps", TextPart.BODY,
                "The mayor of Kyiv wrote to Norway. The Ukrainian letter was sent from Lviv and Kyiv.",
                Optional.of("en"));

        assertThat(named.places()).first()
                .isEqualTo(new MainPlace("UA", Optional.of("UA:kyiv"), 0.846));
        assertThat(named.places()).last().isEqualTo(new MainPlace("NO", Optional.empty(), 0.154));
    }

    @Test
    void oneInstitutionAloneTellsNoPlace() {
        assertThat(RECOGNIZER.recognize("", TextPart.BODY, "The lamp was shown on Fox News and the FBI asked why.",
                Optional.of("en")).places()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "de | place Ukraine UA | Die Fähre fährt in die Ukraine.",
            "de | place Germany DE | Ein Sturm zieht über Deutschland.",
            "fr | place Germany DE | Une tempête traverse l’Allemagne, la France attend: Allemagne fermée.",
            "ru | place Russia RU | Россия откроет порт.",
            "uk | place Ukraine UA | Україна відкриє порт.",
            "hi | place India IN | भारत में बारिश हुई।",
            "ar | place Egypt EG | زار الوفد مصر أمس",
            "fr | place Hérault FR:herault | Il pleut dans l’Hérault.",
            "fr | place Orléans FR:orleans | Les quais d'Orléans sont vides.",
            "fr | place Lyon FR:lyon | On dit qu'Olympique Lyonnais joue.",
            "fr | organisation France Télévisions org:france-televisions | La série passe sur France 2.",
            "it | place L'Aquila IT:l-aquila | Piove nell'Aquila e a L'Aquila.",
            "ru | organisation Зенит org:zenit | Матч «Зенита» перенесли.",
            "ru | place Тверь RU:tver | В Тверской области дождь.",
            "fr | place Paris FR:paris | La députée de Paris Clara Vell a parlé.",
            "fr | person Jean-Michel Vask | Le président Jean-Michel Vask est parti.",
            "es | person Carlos Oldacre | Ganó Carlos Oldacre en el puerto.",
            "es | person Vladimir Putin person:vladimir-putin | Habló con Vladimir Putin del puerto."})
    void knowsCountriesByTheNamesOfTheLanguage(String language, String expected, String text) {
        assertThat(Recognized.lines(RECOGNIZER.recognize("", TextPart.BODY, text, Optional.of(language))))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fr | Riyad Mahrez a marqué deux fois.",
            "fr | Le gardien du Real Madrid part.",
            "es | Ganó el Paris Saint-Germain.", "it | Arriva il portiere del Real Madrid."})
    void aCityWithinAnotherNameIsNone(String language, String text) {
        assertThat(RECOGNIZER.recognize("", TextPart.BODY, text, Optional.of(language)).places()).isEmpty();
    }

    @Test
    void usesNoEnglishRuleInOtherLanguages() {
        assertThat(Recognized.lines(RECOGNIZER.recognize("", TextPart.BODY,
                "Der Direktor Walter Sturm sagte am Montag, die Deutsche Hafen Company sei zu.",
                Optional.of("de")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"KYIV, Ukraine | UA:kyiv", "Paris | FR:paris", "BOWLING GREEN, Ky. | US-KY",
            "NEW YORK/LONDON | US-NY", "Skerry Point | "})
    void linksTheDatelinesPlace(String place, String id) {
        Dateline linked = RECOGNIZER.link(
                new Dateline(Optional.of(place), Optional.empty(), Optional.of("March 3"), Optional.of("Heron")));

        assertThat(linked.id()).isEqualTo(Optional.ofNullable(id));
        assertThat(linked.place()).contains(place);
        assertThat(linked.date()).contains("March 3");
    }
}
