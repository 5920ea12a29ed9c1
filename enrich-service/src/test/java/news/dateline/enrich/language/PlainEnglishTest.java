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

    @ParameterizedTest
    @ValueSource(strings = {"", "The end",
            "Harbour strike: crane drivers reject offer, talks resume Monday in Rotterdam",
            "De haven was dinsdag gesloten, en schepen lagen buiten te wachten tot het weer omsloeg, zei de havenmeester.",
            "The Beatles lieferten am Dienstag in der Hamburger Hafenstadt ein Konzert, das niemand so bald vergessen wird.",
            "Хавен был закрыт во вторник из-за шторма, и суда ждали снаружи, пока погода не переменится к лучшему."})
    void leavesToTheModelWhatIsNotPlain(String text) {
        assertThat(PlainEnglish.isSure(text)).isFalse();
    }
}
