package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NGramHasherTest {
    @Test
    void hashesHeadlineWordsOnceMoreInASpaceOfTheirOwn() {
        Set<Integer> body = hashes("", "budget vote");
        Set<Integer> headline = hashes("budget vote", "");

        assertThat(body).hasSize(3);
        assertThat(headline).hasSize(5).containsAll(body);
    }

    @Test
    void makesNoPairAcrossHeadlineAndBody() {
        assertThat(hashes("", "budget vote")).hasSize(3);
        assertThat(hashes("budget", "vote")).hasSize(3).doesNotContainAnyElementsOf(pairOf("budget", "vote"));
    }

    @Test
    void ignoresCasePunctuationAndPossessive() {
        assertThat(hashes("", "BUDGET’s vote!")).isEqualTo(hashes("", "budget -- vote"));
    }

    @Test
    void takesAllNumbersOfOneLengthAsOne() {
        assertThat(hashes("", "2024")).isEqualTo(hashes("", "1999")).isNotEqualTo(hashes("", "199"));
    }

    @Test
    void hashesLettersOfAnyScript() {
        assertThat(hashes("", "Москва ÉCOLE 東京")).isEqualTo(hashes("", "москва école 東京")).hasSize(5);
    }

    private static Set<Integer> pairOf(String first, String second) {
        Set<Integer> pair = hashes("", first + " " + second);
        pair.removeAll(hashes("", first));
        pair.removeAll(hashes("", second));
        return pair;
    }

    private static Set<Integer> hashes(String headline, String body) {
        NGramHasher hasher = new NGramHasher();
        hasher.hash(headline, body);
        Set<Integer> hashes = new TreeSet<>();
        for (int i = 0; i < hasher.size(); i++) {
            hashes.add(hasher.hashAt(i));
        }
        return hashes;
    }
}
