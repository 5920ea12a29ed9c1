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

    @Test
    void looksAtTheBeginningOnly() {
        String english = "The harbour reopened on Tuesday after divers lifted the last of the barges. ".repeat(14);

        assertThat(detector.detect(english + "Der Hafen wurde am Dienstag wieder geöffnet. ".repeat(50_000)))
                .contains("en");
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
