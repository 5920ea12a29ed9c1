package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiledWordsTest {
    private static final int EVERYWHERE = 0;
    private static final int ROOK = 1;
    private static final int CHESS = 0;
    private static final int GARDEN = 1;

    @Test
    void wordOfOneSectionSpeaksForItAndOneOfAllSectionsForNone() {
        FiledWords filed = chessAndGarden();

        assertThat(filed.logOdds(ROOK)[CHESS]).isGreaterThan(0.4);
        assertThat(filed.logOdds(ROOK)[GARDEN]).isLessThan(-0.5);
        assertThat(filed.logOdds(EVERYWHERE)).containsExactly(new double[]{0, 0}, within(0.05));
    }

    @Test
    void storyOfNeighbouringDaysIsNotToldByItself() {
        FiledWords filed = chessAndGarden();
        float[][] values = values(20);

        double[][] ofOneWeek = filed.heldOut(values, LongStream.range(0, 20).map(i -> i % 2).toArray());
        double[][] ofManyWeeks = filed.heldOut(values, LongStream.range(0, 20).map(i -> 7 * i).toArray());

        assertThat(ofOneWeek[0]).containsExactly(new double[]{0, 0}, within(1e-9));
        assertThat(ofManyWeeks[0][CHESS]).isGreaterThan(0.4);
    }

    @Test
    void articlesOfManyDaysAreHeldOutByThem() {
        List<LabelledArticle> articles = IntStream.range(0, 40)
                .mapToObj(i -> article("2024-01-%02dT10:00:00Z".formatted(1 + i / 2))).toList();

        long[] days = HeldOutDays.of(articles, IntStream.range(0, 40).toArray());

        assertThat(days[1]).isEqualTo(days[0]);
        assertThat(days[2]).isEqualTo(days[0] + 1);
    }

    @Test
    void articlesOfFewDaysOrOfUnreadableTimesAreDealt() {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            articles.add(article(i % 2 == 0 ? "2024-01-01T10:00:00Z" : "the day before yesterday"));
        }

        long[] days = HeldOutDays.of(articles, IntStream.range(0, 100).toArray());

        assertThat(Arrays.stream(days).distinct().count()).isGreaterThan(10);
    }

    /** Twenty articles, every second one under Chess, where the rook stands. */
    private static FiledWords chessAndGarden() {
        int[][] words = new int[20][];
        double[][] shares = new double[20][];
        for (int i = 0; i < 20; i++) {
            words[i] = i % 2 == 0 ? new int[]{EVERYWHERE, ROOK} : new int[]{EVERYWHERE};
            shares[i] = i % 2 == 0 ? new double[]{1, 0} : new double[]{0, 1};
        }
        return new FiledWords(words, shares, 2);
    }

    private static float[][] values(int articles) {
        float[][] values = new float[articles][];
        for (int i = 0; i < articles; i++) {
            values[i] = i % 2 == 0 ? new float[]{1, 1} : new float[]{1};
        }
        return values;
    }

    private static LabelledArticle article(String publishedAt) {
        return new LabelledArticle("made-up", "a.example", publishedAt, "headline", "body", Set.of("Chess"), Set.of());
    }
}
