package news.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.dateline.contract.EntityKind;
import org.junit.jupiter.api.Test;

class NameTrieTest {
    @Test
    void namesAreFoundByManyThreadsAtATime() {
        NameTrie names = new NameTrie();
        List<String> all = IntStream.range(0, 300).mapToObj(i -> "Port Number" + i + " on the Sea".repeat(i % 5))
                .toList();
        all.forEach(name -> names.put(name, place(name)));

        assertThat(IntStream.range(0, 60_000).parallel().mapToObj(i -> all.get(i % all.size()))
                .filter(name -> !names.get(name).equals(Optional.of(place(name))))).isEmpty();
    }

    private static Meaning place(String name) {
        return new Meaning.Known(name, EntityKind.PLACE, name, "NO", Meaning.Form.NAME);
    }
}
