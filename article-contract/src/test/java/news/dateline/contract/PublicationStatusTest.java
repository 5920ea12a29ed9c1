package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationStatusTest {
    @ParameterizedTest
    @EnumSource(PublicationStatus.class)
    void isFoundByItsWord(PublicationStatus status) {
        assertThat(PublicationStatus.ofWord(status.word())).contains(status);
        assertThat(ContractJson.mapper().writeValueAsString(status)).isEqualTo("\"" + status.word() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "USABLE", "Usable", "cancelled", "usable "})
    void isNotFoundByAnyOtherWord(String word) {
        assertThat(PublicationStatus.ofWord(word)).isEmpty();
    }

    @Test
    void namesAllWordsForMessages() {
        assertThat(PublicationStatus.words()).isEqualTo("usable, withheld, canceled");
    }
}
