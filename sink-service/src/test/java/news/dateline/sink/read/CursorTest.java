package news.dateline.sink.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T12:00:00.123456Z", "1969-07-20T20:17:40Z", "-4712-01-01T00:00:00Z"})
    void isReadAsItWasWritten(String time) {
        Cursor cursor = new Cursor(Instant.parse(time), "id|with|bars é");
        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "???", "1", "1|2", "2|3|a", "1|x|a", "1|99999999999999999999|a", "1|1|a\0b"})
    void nothingElseIsACursor(String parts) {
        assertThat(Cursor.parse(Base64.getUrlEncoder().encodeToString(parts.getBytes(UTF_8)))).isEmpty();
    }

    @Test
    void plainTextIsNoCursor() {
        assertThat(Cursor.parse("not base64!")).isEmpty();
    }
}
