package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "en;The harbour reopened on Tuesday after divers lifted the last of the barges.",
            "de;Der Hafen wurde am Dienstag wieder geöffnet, nachdem Taucher den letzten Kahn gehoben hatten.",
            "fr;Le port a rouvert mardi après que les plongeurs ont sorti la dernière des péniches.",
            "es;El puerto reabrió el martes después de que los buzos sacaran la última de las barcazas.",
            "nb;Havnen åpnet igjen på tirsdag etter at dykkerne hadde hevet den siste av lekterne.",
            "ru;Порт вновь открылся во вторник после того, как водолазы подняли последнюю баржу.",
            "zh;潜水员打捞起最后一艘驳船后，港口于周二重新开放。",
            "ja;ダイバーが最後のはしけを引き揚げ、港は火曜日に再開した。",
            "ar;أعيد فتح الميناء يوم الثلاثاء بعد أن رفع الغواصون آخر الصنادل.",
            "hr;Luka je ponovno otvorena u utorak nakon što su ronioci izvadili posljednju teglenicu."})
    void tellsTheLanguageOfASentence(String language, String text) {
        assertThat(detector.detect(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HARBOUR OPENS AGAIN AFTER A WEEK OF WORK", "Liverpool boss gives his verdict on Barcelona derby",
            "STOCKS FALL AS OIL SLIPS"})
    void takesShortEnglishHeadlinesForEnglish(String headline) {
        assertThat(detector.detect(headline)).contains("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "OK", "12 345 678 901 234", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
            ", , . « » : 77-66912 22.08.2016"})
    void saysNothingOfATextTooShort(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @Test
    void saysNothingOfAScriptItDoesNotKnow() {
        assertThat(detector.detect("ᎣᏏᏲ ᏙᎯᏧ ᎠᎴ ᎤᏪᏘ ᎧᏃᎮᏍᎩ ᎠᏂᏴᏫᏯ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "da;Havnen blev åbnet igen efter en uge, og nogle af skibene var allerede væk.",
            "nb;Havnen ble åpnet igjen etter en uke, og noen av skipene var allerede borte.",
            "nn;Hamna vart opna igjen etter ei veke, og nokre av skipa var ikkje der meir.",
            "sv;Hamnen öppnades igen efter en vecka, och några av fartygen var redan borta.",
            "id;Pelabuhan itu dibuka lagi karena polisi bisa mengangkat tongkang yang tenggelam.",
            "ms;Pelabuhan itu dibuka semula kerana pihak polis boleh mengangkat tongkang yang tenggelam.",
            "cs;Přístav byl znovu otevřen, protože potápěči už vytáhli všechny čluny.",
            "sk;Prístav bol znovu otvorený, pretože potápači už vytiahli všetky člny.",
            "sr;Лука је поново отворена јер су рониоци извадили последњу баржу из воде.",
            "uk;Порт знову відкрили, тому що водолази підняли останню баржу з води.",
            "bg;Пристанището беше отворено отново, след като водолазите извадиха последния шлеп.",
            "hi;गोताखोरों ने आखिरी नाव निकाल ली और बंदरगाह मंगलवार को फिर से खुल गया।",
            "mr;पाणबुड्यांनी शेवटची होडी बाहेर काढली आणि बंदर मंगळवारी पुन्हा सुरू झाले आहे.",
            "gl;O porto abriu de novo o martes despois de que os mergulladores sacasen a última das barcazas."})
    void tellsCloseLanguagesApart(String language, String text) {
        assertThat(detector.detect(text)).contains(language);
    }

    @Test
    void saysNothingOfATextInTwoLanguages() {
        String english = "The harbour reopened on Tuesday after divers lifted the last of the barges from the water. ";
        String german = "Der Hafen wurde am Dienstag wieder geöffnet, nachdem Taucher den letzten Kahn gehoben hatten. ";

        assertThat(detector.detect(english + english + german + german)).isEmpty();
        assertThat(detector.detect(german + german + english + english)).isEmpty();
        assertThat(detector.detect(english.repeat(14) + german.repeat(14))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "The harbour reopened on Tuesday after the storm.;Der Hafen wurde am Dienstag nach dem Sturm geöffnet.",
            "The harbour reopened on Tuesday after the storm.;Порт вновь открылся во вторник после того, как утих шторм.",
            "Le port a rouvert mardi après la tempête, dit la mairie.;Satama avattiin tiistaina myrskyn jälkeen uudelleen."})
    void saysNothingOfTwoSentencesInTwoLanguages(String one, String other) {
        assertThat(detector.detect(one + " " + other)).isEmpty();
        assertThat(detector.detect(other + " " + one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    void saysNothingOfATranslationBehindTheTextHoweverLong(int sentences) {
        String german = "Der Hafen wurde am Dienstag wieder geöffnet, nachdem Taucher den letzten Kahn gehoben hatten. ";
        String french = "Le port a rouvert mardi après que les plongeurs ont sorti la dernière des péniches de l'eau. ";

        assertThat(detector.detect(german.repeat(sentences) + french.repeat(sentences))).isEmpty();
    }

    @Test
    void aShortQuotationInAnotherLanguageChangesNothing() {
        String english = "The harbour reopened on Tuesday after divers lifted the last of the barges from the water. ";

        assertThat(detector.detect(english.repeat(3) + "“Endlich wieder offen,” said the keeper. " + english))
                .contains("en");
    }

    @Test
    void looksAtABoundedPartOfAnyText() {
        String english = "The harbour reopened on Tuesday after divers lifted the last of the barges. ";

        assertThat(detector.detect(english.repeat(300_000))).contains("en");
        assertThat(detector.detect("x".repeat(20_000_000))).satisfiesAnyOf(
                none -> assertThat(none).isEmpty(), some -> assertThat(some).isPresent());
    }

    @Test
    void takesHalvesOfSurrogatePairs() {
        assertThat(detector.detect("The harbour \uD83D reopened on \uDE00 Tuesday\u0000 after the storm"))
                .contains("en");
        assertThat(detector.detect("x".repeat(499) + "\uD83D\uDE00")).satisfiesAnyOf(
                none -> assertThat(none).isEmpty(), some -> assertThat(some).isPresent());
    }

    @Test
    void answersSeveralThreadsAlike() {
        List<Optional<String>> answers = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> detector.detect(i % 2 == 0
                        ? "The harbour reopened on Tuesday after the storm."
                        : "Der Hafen wurde am Dienstag nach dem Sturm wieder geöffnet."))
                .toList();

        assertThat(IntStream.range(0, 2_000).allMatch(
                i -> Objects.equals(answers.get(i), Optional.of(i % 2 == 0 ? "en" : "de")))).isTrue();
    }
}
