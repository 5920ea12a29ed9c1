package news.dateline.enrich.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFingerprintTest {
    private static final String LONG = """
            The harbour of Vellmar reopened on Tuesday after divers lifted the last of eleven barges. "We counted them \
            twice," said the harbour master, who'd slept in her office for a week. The first ship in was a ferry.""";

    @Test
    void isThirtyTwoHexDigits() {
        assertThat(TextFingerprint.of("Headline", LONG)).matches("[0-9a-f]{32}");
    }

    @Test
    void isTheSameUnderAnotherHeadlineWhenTheBodyIsLong() {
        assertThat(TextFingerprint.of("Harbour open", LONG)).isEqualTo(TextFingerprint.of("Barges gone at last", LONG));
    }

    @Test
    void differsByHeadlineWhenTheBodyIsShort() {
        assertThat(TextFingerprint.of("Harbour open", "More follows."))
                .isNotEqualTo(TextFingerprint.of("Barges gone", "More follows."));
    }

    @Test
    void fallsBackToTheHeadlineWhenTheBodyIsEmpty() {
        assertThat(TextFingerprint.of("Harbour open", "")).isNotEqualTo(TextFingerprint.of("Barges gone", ""));
        assertThat(TextFingerprint.of("Harbour open", " \n")).isEqualTo(TextFingerprint.of("HARBOUR OPEN!", ""));
    }

    @Test
    void tellsTextsWithoutWordsApart() {
        assertThat(TextFingerprint.of("!!!", "")).isNotEqualTo(TextFingerprint.of("???", ""));
    }

    @Test
    void tellsALongBodyFromAHeadlineWithTheSameWords() {
        assertThat(TextFingerprint.of("", LONG)).isNotEqualTo(TextFingerprint.of(LONG, ""));
    }

    @Test
    void foldsCaseSpacesQuotesAndPunctuation() {
        String other = LONG.toUpperCase(Locale.ROOT)
                .replace("\"", "“")
                .replace('\'', '’')
                .replace(" ", " \u00a0\n")
                .replace(".", " …")
                .replace("OFFICE", "O\uFB03CE")
                .replace("BARGES", "BAR\u00ADGES");

        assertThat(TextFingerprint.of("", other)).isEqualTo(TextFingerprint.of("", LONG));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Ärger;A\u0308rger", "ΟΔΟΣ;οδος", "don't;don’t", "ＡＢＣ;abc", "a - b;a b"})
    void foldsFormsOfOneText(String one, String other) {
        assertThat(TextFingerprint.of(one, "")).isEqualTo(TextFingerprint.of(other, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"$5;£5", "5;5 %", "3.5;35", "a b;ab", "resume;résumé", "1;2", "कि;का"})
    void keepsApartWhatReadsDifferently(String one, String other) {
        assertThat(TextFingerprint.of(one, "")).isNotEqualTo(TextFingerprint.of(other, ""));
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(strings = {"a", "\u0301\u0323", "\uD83D", "\uDE00", "\u0000", "\uFDFA", " ", "\u0323\u0301\u0327"})
    void takesTwoMegabytesOfAnything(String part) {
        String text = part.repeat(2_000_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TextFingerprint.of(text, text));
    }

    @Test
    void givesPlainTextTheFingerprintThatNormalisingGives() {
        String plain = "“Déjà vu” – the mayor’s 3… words\u00a0again";

        // The Greek letter, alike on both sides, sends the second pair through the normaliser.
        assertThat(TextFingerprint.of(plain, "")).isEqualTo(TextFingerprint.of("déjà vu the mayors 3 words again", ""));
        assertThat(TextFingerprint.of(plain + " ω", ""))
                .isEqualTo(TextFingerprint.of("de\u0301ja\u0300 vu the mayors 3 words again ω", ""));
    }
}
