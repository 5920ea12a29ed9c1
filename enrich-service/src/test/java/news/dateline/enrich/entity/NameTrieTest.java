package news.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.dateline.contract.EntityKind;
import org.junit.jupiter.api.Test;

class NameTrieTest {
    private static final int THREADS = 4;
    private static final int LOOKS = 100_000;

    @Test
    void namesAreFoundByManyThreadsAtATime() throws Exception {
        NameTrie names = new NameTrie();
        List<String> all = IntStream.range(0, 300).mapToObj(i -> "Port Number" + i + " on the Sea".repeat(i % 5))
                .toList();
        all.forEach(name -> names.put(name, place(name)));
        Callable<Integer> looks = () -> (int) IntStream.range(0, LOOKS).mapToObj(i -> all.get(i % all.size()))
                .filter(name -> !names.get(name).equals(Optional.of(place(name)))).count();

        List<Integer> missed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> look : threads.invokeAll(Collections.nCopies(THREADS, looks))) {
                missed.add(look.get());
            }
        }

        assertThat(missed).containsOnly(0);
    }

    private static Meaning place(String name) {
        return new Meaning.Known(name, EntityKind.PLACE, name, "NO", Meaning.Form.NAME);
    }
}
