package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingPartsTest {
    @Test
    void removesWhatAPublisherRepeatsAndKeepsTheRest() {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            articles.add(article("a.example", "Headline number " + "x".repeat(i + 1),
                    "Sign up here. Story " + "y".repeat(i + 1) + " goes on… [+120 chars]"));
        }

        assertThat(RepeatedText.removeFrom(articles).get(1).body()).isEqualTo("Story yy goes on");
    }

    @Test
    void keepsApartWhatIsCutOutAndWhatWasBefore() {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            articles.add(article("a.example", Set.of("paper sport"), "Tech Tent: Headline " + "x".repeat(i + 1),
                    "Image copyright Agency\nLONDON (CNN Business) - Story " + "y".repeat(i + 1) + " goes on."));
        }

        LabelledArticle clean = RepeatedText.removeFrom(articles).get(1);

        assertThat(clean.headline()).isEqualTo("Headline xx");
        assertThat(clean.furniture()).containsExactlyInAnyOrder("tech tent", "cnn business", "london",
                "image copyright agency", "paper sport");
    }

    @Test
    void findsInATextTheHashesOfItsKeys() {
        String text = "Tech Tent: \"Who's there?\" (CNN Business)\nÉtat [+12 chars] <p>Jean-Luc - Le Sport";
        Set<String> keys = new TreeSet<>();
        List<Integer> hashes = new ArrayList<>();

        Furniture.addKeys(text, keys);
        Furniture.hashes(text, hashes::add);

        assertThat(keys).containsExactlyInAnyOrder("tech tent", "who's there", "cnn business", "état", "12 chars", "p",
                "jean-luc", "le sport");
        assertThat(hashes).containsExactlyInAnyOrderElementsOf(keys.stream().map(Furniture::hash).toList());
    }

    @Test
    void searchesTheBeginningOfATextOnly() {
        List<Integer> hashes = new ArrayList<>();

        Furniture.hashes("Words. ".repeat(1_000) + "\nTech Tent", hashes::add);

        assertThat(hashes).contains(Furniture.hash("words")).doesNotContain(Furniture.hash("tech tent"));
    }

    @Test
    void readsQuotedFieldsWithCommasQuotesAndLineEnds() {
        assertThat(CsvRows.parse("a,\"b, \"\"c\"\"\nd\"\r\n1,2"))
                .containsExactly(List.of("a", "b, \"c\"\nd"), List.of("1", "2"));
    }

    @Test
    void recoversTheCurveThatOutcomesWereDrawnFrom() {
        Random random = new Random(3);
        double[] margins = new double[20_000];
        boolean[] right = new boolean[margins.length];
        double[] weights = new double[margins.length];
        Calibration truth = new Calibration(3, -1);
        for (int i = 0; i < margins.length; i++) {
            margins[i] = random.nextGaussian();
            right[i] = random.nextDouble() < truth.probability(margins[i]);
            weights[i] = 1;
        }

        Calibration fitted = Calibration.fit(margins, right, weights);

        assertThat(fitted.slope()).isCloseTo(3, within(0.15));
        assertThat(fitted.offset()).isCloseTo(-1, within(0.1));
    }

    @Test
    void keepsAPublisherInOneFold() {
        List<LabelledArticle> articles = TinyNews.articles();
        PublisherFolds folds = PublisherFolds.of(articles, 3);

        assertThat(folds.count()).isEqualTo(3);
        for (int fold = 0; fold < 3; fold++) {
            Set<String> inside = publishers(articles, folds.inFold(fold));
            assertThat(inside).hasSize(2).doesNotContainAnyElementsOf(publishers(articles, folds.outsideFold(fold)));
        }
    }

    @Test
    void knowsNothingOfSectionsThatACollectionNeverGives() {
        LabelledArticle chess = new LabelledArticle("one", "p", "", "h", "b", Set.of("Chess"), Set.of());
        LabelledArticle garden = new LabelledArticle("two", "p", "", "h", "b", Set.of("Garden"), Set.of());
        SectionLabels labels = SectionLabels.of(List.of(chess, garden));

        assertThat(labels.isRight(0, 0)).isTrue();
        assertThat(labels.isKnown(0, 1)).isFalse();
    }

    private static Set<String> publishers(List<LabelledArticle> articles, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> articles.get(row).publisher())
                .collect(Collectors.toSet());
    }

    private static LabelledArticle article(String publisher, String headline, String body) {
        return article(publisher, Set.of(), headline, body);
    }

    private static LabelledArticle article(String publisher, Set<String> furniture, String headline, String body) {
        return new LabelledArticle("made-up", publisher, "", headline, body, Set.of(), Set.of(), furniture);
    }
}
