package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import news.dateline.contract.EvidenceOrigin;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

class PublisherHabitTest {
    private static final String ODD = "odd.example";
    private static final String HEADLINE = "Compost for the greenhouse";
    private static final String BODY = "Tulips, roses and bulbs in good soil; pruning hedges";
    private static final SectionModel MODEL = withOddHabit();

    @Test
    void publisherThatFilesOtherwiseGetsItsSectionFirstAndKeepsWhatTheTextSays() {
        List<SectionLabel> labels = MODEL.label(HEADLINE, BODY, at("www." + ODD));

        assertThat(labels).extracting(SectionLabel::section).containsExactly("Chess", "Garden");
        assertThat(labels.get(0).because()).anyMatch(evidence -> evidence.words().equals(ODD)
                && evidence.origin().equals(Optional.of(EvidenceOrigin.PUBLISHER)));
    }

    @Test
    void unknownPublisherChangesNothing() {
        assertThat(MODEL.scores(HEADLINE, BODY, at("publisher9.example"))).isEqualTo(MODEL.scores(HEADLINE, BODY));
        assertThat(MODEL.scores(HEADLINE, BODY, at(""))).isEqualTo(MODEL.scores(HEADLINE, BODY));
    }

    @Test
    void furnitureTellsWhereItsPublisherFiles() {
        String series = "Rook and Rose: ";

        double garden = score("Garden", series + HEADLINE, BODY, at(ODD));

        assertThat(garden).isGreaterThan(score("Garden", "Rook and Rose " + HEADLINE, BODY, at(ODD)) + 0.1);
        assertThat(score("Garden", HEADLINE, BODY, new Provenance(Optional.empty(), Optional.of(ODD), List.of(),
                List.of(HEADLINE + " - ROOK AND ROSE")))).isGreaterThan(score("Garden", HEADLINE, BODY, at(ODD)) + 0.1);
    }

    @Test
    void habitCountsLessInALongText() {
        String longer = (BODY + ". ").repeat(60);

        assertThat(score("Garden", longer, at(ODD))).isGreaterThan(score("Garden", BODY, at(ODD)) + 0.1);
    }

    @Test
    void habitsAreReadAsTheyWereWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SectionModelFile.write(MODEL, bytes);

        SectionModel read = SectionModel.load(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(read.version()).isEqualTo(MODEL.version());
        assertThat(read.scores(HEADLINE, BODY, at(ODD))).isEqualTo(MODEL.scores(HEADLINE, BODY, at(ODD)));
    }

    @Test
    void fitFindsWhatTheGivenLogOddsLack() {
        Random random = new Random(5);
        int rows = 20_000;
        int[][] columns = new int[rows][];
        float[][] values = new float[rows][];
        double[][] offsets = new double[rows][];
        double[][] shares = new double[rows][];
        for (int row = 0; row < rows; row++) {
            boolean word = random.nextBoolean();
            columns[row] = word ? new int[]{0, 1} : new int[]{0};
            values[row] = word ? new float[]{1, 0.5f} : new float[]{1};
            offsets[row] = new double[]{random.nextGaussian(), 0, Double.NEGATIVE_INFINITY};
            double logOdds = offsets[row][0] - 1 + (word ? 0.5 * 4 : 0);
            boolean first = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            shares[row] = first ? new double[]{1, 0, 0} : new double[]{0, 1, 0};
        }

        double[] weights = new HabitFit(columns, values, offsets, shares, new double[]{0.1, 0.1}).fit();

        assertThat(weights[0] - weights[1]).isCloseTo(-1, within(0.1));
        assertThat(weights[3] - weights[4]).isCloseTo(4, within(0.2));
        assertThat(weights[2]).isZero();
    }

    private static double score(String section, String body, Provenance provenance) {
        return score(section, HEADLINE, body, provenance);
    }

    private static double score(String section, String headline, String body, Provenance provenance) {
        return MODEL.scores(headline, body, provenance).stream().filter(label -> label.section().equals(section))
                .mapToDouble(SectionLabel::score).findFirst().orElseThrow();
    }

    private static Provenance at(String host) {
        return new Provenance(Optional.empty(), Optional.of(host), List.of(), List.of());
    }

    /** One of seven publishers has its gardening under Chess, but not one of its series. */
    private static SectionModel withOddHabit() {
        List<LabelledArticle> articles = new ArrayList<>(TinyNews.articles());
        TinyNews.articles().stream().filter(article -> article.sections().contains("Garden"))
                .map(article -> new LabelledArticle(article.collection(), ODD, article.publishedAt(),
                        article.headline(), article.body(), Set.of("Chess"), Set.of()))
                .forEach(articles::add);
        TinyNews.articles().stream().filter(article -> article.sections().contains("Garden")).limit(60)
                .map(article -> new LabelledArticle(article.collection(), ODD, article.publishedAt(),
                        article.headline(), article.body(), Set.of("Garden"), Set.of(), Set.of("rook and rose")))
                .forEach(articles::add);
        TrainingSettings settings = new TrainingSettings("en", 7, 1, 0.7, 3, 10_000);
        SectionModel plain = new SectionTrainer(TinyNews.articles(), settings,
                new PrintStream(OutputStream.nullOutputStream())).train().model();
        float[][] margins = articles.stream().map(article -> {
            float[] of = new float[plain.sections().size()];
            plain.margins(article.headline(), article.body(), Optional.empty(), of);
            return of;
        }).toArray(float[][]::new);
        return plain.with(new HabitTrainer(articles, SectionLabels.of(articles), 60).learn(plain,
                IntStream.range(0, articles.size()).filter(row -> articles.get(row).publisher().equals(ODD)).toArray(),
                margins));
    }
}
