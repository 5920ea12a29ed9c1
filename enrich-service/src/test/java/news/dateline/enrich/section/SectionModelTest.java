package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

class SectionModelTest {
    private static final SectionModel MODEL = train();

    @Test
    void givesTheSectionWhoseWordsTheArticleUses() {
        assertThat(MODEL.label("Roses and tulips", "Compost and soil for the greenhouse"))
                .extracting(SectionLabel::section)
                .containsExactly("Garden");
    }

    @Test
    void givesNoSectionWhereNoWordIsKnown() {
        assertThat(MODEL.label("zyzzyva", "qwertz uiop")).isEmpty();
        assertThat(MODEL.label("", "")).isEmpty();
    }

    @Test
    void givesNoSectionInAnUnseenScript() {
        assertThat(MODEL.label("Садоводство и шахматы", "園芸とチェスについての記事 𐍈𐍉")).isEmpty();
    }

    @Test
    void scoresEverySectionHighestFirst() {
        List<SectionLabel> scores = MODEL.scores("Grandmaster sacrifices a rook", "Then castling, then checkmate");

        assertThat(scores).extracting(SectionLabel::section).containsExactly("Chess", "Garden");
        assertThat(scores.get(0).score()).isGreaterThan(0.5);
        assertThat(scores.get(0).mediaTopic()).isEmpty();
    }

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(bytes(train())).isEqualTo(bytes(MODEL));
        assertThat(train().version()).isEqualTo(MODEL.version()).matches("sections-en-[0-9a-f]{8}");
    }

    @Test
    void labelsTheSameAfterWritingAndReading() throws IOException {
        SectionModel read = SectionModel.load(new ByteArrayInputStream(bytes(MODEL)));

        assertThat(read.version()).isEqualTo(MODEL.version());
        assertThat(read.languages()).containsExactly("en");
        assertThat(read.scores("Roses", "the rook")).isEqualTo(MODEL.scores("Roses", "the rook"));
    }

    @Test
    void labelsTheSameOnManyThreads() {
        List<SectionLabel> alone = MODEL.scores("Pruning", "A gambit with the hedges");

        assertThat(IntStream.range(0, 2000).parallel()
                .mapToObj(i -> MODEL.scores("Pruning", "A gambit with the hedges")))
                .allMatch(alone::equals);
    }

    @Test
    void saysThatATruncatedFileIsCutShort() throws IOException {
        byte[] whole = bytes(MODEL);

        for (int length : new int[]{0, 5, 40, whole.length / 2, whole.length - 9}) {
            assertThatThrownBy(() -> SectionModel.load(new ByteArrayInputStream(Arrays.copyOf(whole, length))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the section model is cut short");
        }
    }

    @Test
    void saysThatAForeignFileIsNoSectionModel() throws IOException {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzipped)) {
            out.write("some other file".getBytes(StandardCharsets.UTF_8));
        }

        byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0};

        assertThatThrownBy(() -> SectionModel.load(new ByteArrayInputStream(zip)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a section model");
        assertThatThrownBy(() -> SectionModel.load(new ByteArrayInputStream(gzipped.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a section model");
    }

    private static SectionModel train() {
        TrainingSettings settings = new TrainingSettings("en", 7, 1, 0.7, 3, 10_000);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        return new SectionTrainer(TinyNews.articles(), settings, silent).train().model();
    }

    private static byte[] bytes(SectionModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SectionModelFile.write(model, bytes);
        return bytes.toByteArray();
    }
}
