package news.dateline.dashboard.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownBytesTest {
    @Test
    void textIsShownAsItIs() {
        ShownBytes shown = ShownBytes.of("{\"headline\": \"<b>Größe</b>\"}\n".getBytes(UTF_8));

        assertThat(shown.isText()).isTrue();
        assertThat(shown.text()).contains("{\"headline\": \"<b>Größe</b>\"}\n");
    }

    @Test
    void bytesThatAreNoTextAreShownInHexadecimal() {
        ShownBytes shown = ShownBytes.of(new byte[]{(byte) 0xff, 0x41, 0x00, 0x1b});

        assertThat(shown.isText()).isFalse();
        assertThat(shown.text()).isEmpty();
        assertThat(shown.lines()).startsWith("00000000  ff 41 00 1b").contains(".A..");
    }

    @Test
    void controlCharactersAreNoText() {
        assertThat(ShownBytes.of("a\u001b[2J".getBytes(UTF_8)).isText()).isFalse();
        assertThat(ShownBytes.of("a\u0000".getBytes(UTF_8)).isText()).isFalse();
    }

    @Test
    void onlyTheBeginningOfManyIsShown() {
        ShownBytes text = ShownBytes.of("x".repeat(600_000).getBytes(UTF_8));
        ShownBytes binary = ShownBytes.of(new byte[10_000]);

        assertThat(text.isWhole()).isFalse();
        assertThat(text.text()).isEmpty();
        assertThat(binary.isWhole()).isFalse();
        assertThat(binary.lines().lines()).hasSize(256);
    }
}
