package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEnglishTest {
    @Test
    void isSureOfAnOrdinarySentence() {
        assertThat(PlainEnglish.isSure(
                "THE HARBOUR was closed on Tuesday after a storm, and ships waited outside for the weather to turn."))
                .isTrue();
    }

    @Test
    void isSureWithoutAnArticleWhereTwoWordsTellAndNoneIsFarFromTheNext() {
        assertThat(PlainEnglish.isSure(
                "Ships waited outside Vellmar harbour on Tuesday after a storm, and crane drivers went home with more pay."))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "The end",
            // One word that tells, twice: a film's name is no sentence.
            "Zij was in de film The Harbour en is nu in The Storm op tv, over een schip in de haven van Vellmar",
            // A letter that English has not, and no "the".
            "Ships waited outside Vellmår harbour on Tuesday after a storm, and crane drivers went home with more pay.",
            // A sentence of another language fits between.
            "Ships waited outside with their crews after a storm. Kapal menunggu badai reda sebelum masuk pelabuhan "
                    + "Vellmar kemarin malam. More of our crews went home with more pay by bus on Tuesday.",
            "Harbour strike: crane drivers reject offer, talks resume Monday in Rotterdam",
            "De haven was dinsdag gesloten, en schepen lagen buiten te wachten tot het weer omsloeg, zei de havenmeester.",
            "The Beatles lieferten am Dienstag in der Hamburger Hafenstadt ein Konzert, das niemand so bald vergessen wird.",
            "Хавен был закрыт во вторник из-за шторма, и суда ждали снаружи, пока погода не переменится к лучшему."})
    void leavesToTheModelWhatIsNotPlain(String text) {
        assertThat(PlainEnglish.isSure(text)).isFalse();
    }
}
