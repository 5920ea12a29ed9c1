package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleLinesTest {
    private static List<String> read(String body, int mostBytes) throws IOException {
        ArticleLines lines = new ArticleLines(new ByteArrayInputStream(body.getBytes(UTF_8)), mostBytes);
        List<String> read = new ArrayList<>();
        for (Optional<ArticleLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get().number() + ":" + new String(line.get().bytes(), UTF_8).strip());
        }
        return read;
    }

    @Test
    void countsBlankLinesAndPassesThemOver() throws IOException {
        assertThat(read("\na\r\n\r\n \t\nb\n\n", 10)).containsExactly("2:a", "5:b");
    }

    @Test
    void readsALastLineWithoutAnEnd() throws IOException {
        assertThat(read("a\nb", 10)).containsExactly("1:a", "2:b");
        assertThat(read("", 10)).isEmpty();
    }

    @Test
    void keepsOneByteBeyondTheMostOfALongLineAndGoesOn() throws IOException {
        assertThat(read("x".repeat(100_000) + "\nb\n" + "y".repeat(4), 4)).containsExactly("1:xxxxx", "2:b", "3:yyyy");
    }

    @Test
    void joinsALineThatSpansManyReads() throws IOException {
        String line = "z".repeat(70_000);
        assertThat(read("a\n" + line + "\nb", 100_000)).containsExactly("1:a", "2:" + line, "3:b");
    }

    @Test
    void keepsALineOfTheMostBytesWhole() throws IOException {
        assertThat(read("yyyy\nxxxxx\nzzzzzz\n", 4)).containsExactly("1:yyyy", "2:xxxxx", "3:zzzzz");
    }
}
