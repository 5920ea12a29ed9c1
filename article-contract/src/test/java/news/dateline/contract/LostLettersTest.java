package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LostLettersTest {
    @Test
    void textOfACyrillicHeadlineWithoutALetterOfItHasLostThem() {
        assertThat(LostLetters.in("Лодка Quay вышла в море", "Quay . 12 , Harbour .")).isTrue();
        assertThat(LostLetters.in("Лодка Quay вышла в море", "Лодка Quay вышла.")).isFalse();
    }

    @Test
    void latinHeadlineOrNoTextTellsNothing() {
        assertThat(LostLetters.in("The ferry Заря sails", "It sails at noon.")).isFalse();
        assertThat(LostLetters.in("Grüße vom Kai", "It sails at noon.")).isFalse();
        assertThat(LostLetters.in("Лодка вышла в море", "")).isFalse();
    }
}
