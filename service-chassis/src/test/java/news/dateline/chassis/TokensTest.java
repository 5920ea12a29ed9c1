package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String FIRST = "first-token-of-two";
    private static final String SECOND = "second-token-of-two";

    @TempDir
    private Path folder;

    @Test
    void knowsEachOfItsTokensAndNoOther() {
        Tokens tokens = Tokens.of(FIRST).orElseThrow().and(Tokens.of(SECOND).orElseThrow());

        assertThat(tokens.isRight(FIRST)).isTrue();
        assertThat(tokens.isRight(SECOND)).isTrue();
        assertThat(tokens.isRight("")).isFalse();
        assertThat(tokens.isRight(FIRST + "\n" + SECOND)).isFalse();
        assertThat(Tokens.NONE.isRight(FIRST)).isFalse();
    }

    @Test
    void readsTokensFromAFileThatMustHaveSome() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), FIRST + "\r\n\n" + SECOND);
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThat(Tokens.ofFile(file.toString()).orElseThrow().isRight(SECOND)).isTrue();
        assertThat(Tokens.ofFile("")).contains(Tokens.NONE);
        assertThat(Tokens.ofFile(empty.toString())).isEmpty();
        assertThat(Tokens.ofFile(folder.resolve("none").toString())).isEmpty();
        assertThat(Tokens.of("short")).isEmpty();
    }

    @Test
    void namesATokenWithoutTellingIt() {
        assertThat(Tokens.name(FIRST)).hasSize(16).isNotEqualTo(Tokens.name(SECOND)).doesNotContain("first");
    }

    @Test
    void signsSoThatOnlyItsOwnSignaturesAreKnown() {
        Tokens tokens = Tokens.of(FIRST).orElseThrow();
        String signature = tokens.signature("until noon");

        assertThat(tokens.isSigned("until noon", signature)).isTrue();
        assertThat(tokens.isSigned("until midnight", signature)).isFalse();
        assertThat(Tokens.of(SECOND).orElseThrow().isSigned("until noon", signature)).isFalse();
    }
}
