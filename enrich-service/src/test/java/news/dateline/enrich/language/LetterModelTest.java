package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

/** The same model gives the same, read here or by its library. */
class LetterModelTest {
    private static final int[] SIGNS = "aeinrsthxdopHJRT ,.-–:;()@#/0123é\n\tßжыиспоκαи中文ひ한\uD83D\uDE00\uFF11"
            .codePoints().toArray();
    private static final int TEXTS = 300;

    @Test
    void confidencesAreTheLibrarys() throws IOException {
        LetterModel model = LetterModel.bundled();
        LanguageDetectorME library = library();
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(
                    i % 2 == 0 ? "I didn't expect 22 of https://a.example/b-c haha RT " : "");
            for (int length = random.nextInt(200); length > 0; length--) {
                text.appendCodePoint(SIGNS[random.nextInt(i % 3 == 0 ? 30 : SIGNS.length)]);
            }
            Map<String, Double> expected = new HashMap<>();
            for (Language language : library.predictLanguages(text)) {
                expected.put(language.getLang(), language.getConfidence());
            }
            double[] confidences = model.read(text.toString(), text.length()).confidences(LetterSums.WHOLE);
            assertThat(confidences).hasSize(expected.size());
            for (int language = 0; language < confidences.length; language++) {
                assertThat(confidences[language]).as(text.toString())
                        .isCloseTo(expected.get(model.code(language)), within(1e-6));
            }
        }
    }

    private static LanguageDetectorME library() throws IOException {
        try (InputStream model = LetterModelTest.class.getResourceAsStream("/langdetect-183.bin")) {
            return new LanguageDetectorME(new LanguageDetectorModel(model));
        }
    }
}
