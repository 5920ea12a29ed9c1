package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ArticleTextTest {
    private static final String HOSTILE = "\u001b[31mRed\u0007\r\n @|red paint|@ \u009b2J \u202etxet \u0000|@ @|";

    @Test
    void showsHeadlineOriginSectionsAndTags() {
        assertThat(Ansi.OFF.string(ArticleText.of(Articles.labelled("Harbour reopens", "Harbour Courier", "Ports"))))
                .isEqualTo("""
                        Harbour reopens
                          Harbour Courier · 2026-11-05T12:00:00Z · en · 0123456789abcdef0123456789abcdef r2
                          World 0.81  Harbours 0.40
                          #Ports""");
    }

    @Test
    void keepsAnArticlesTextFromSteeringTheTerminal() {
        String shown = Ansi.OFF.string(ArticleText.of(Articles.labelled(HOSTILE, HOSTILE, HOSTILE)));

        assertThat(shown.lines()).hasSize(4);
        assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\u202e]").contains("[31mRed", "red paint");
    }

    @Test
    void styleComesFromDatelineAloneNeverFromAnArticle() {
        String plain = Ansi.ON.string(ArticleText.of(Articles.labelled("Harbour", "Courier", "Ports")));
        String hostile = Ansi.ON.string(ArticleText.of(Articles.labelled(HOSTILE, HOSTILE, HOSTILE)));

        assertThat(escapes(hostile)).isEqualTo(escapes(plain));
    }

    @Test
    void saysWhyThereIsNoSection() {
        assertThat(Ansi.OFF.string(ArticleText.of(Articles.inUnknownLanguage())))
                .contains("language unknown", "no section (the model does not know the language)");
    }

    @Test
    void showsOnlyTheStatusOfAWithheldArticle() {
        assertThat(Ansi.OFF.string(ArticleText.of(Articles.withheld())))
                .isEqualTo("withheld 0123456789abcdef0123456789abcdef r2");
    }

    private static long escapes(String text) {
        return text.chars().filter(c -> c == '\u001b').count();
    }
}
