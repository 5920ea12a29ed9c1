package news.dateline.enrich.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.EntityKind;
import news.dateline.enrich.entity.Meaning.Known;

/** Who and what an article has named so far, and what they are called for short from then on. */
final class NamedSoFar {
    /** A list of all the world's names is no article; what comes after so many different ones is not kept. */
    private static final int MOST_ENTITIES = 500;

    private final Map<Object, Tally> tallies = new LinkedHashMap<>();
    private final Map<Long, Tally> byShortName = new HashMap<>();

    /** Has the short names that several have: nobody can tell whose. */
    private final Tally several = new Tally("several", EntityKind.PERSON);

    Collection<Tally> all() {
        return tallies.values();
    }

    /** Empty where there are too many already. */
    Optional<Tally> of(Known known) {
        Tally tally = tallies.get(known);
        return tally == null ? first(known, new Tally(known)) : Optional.of(tally);
    }

    /** Empty where there are too many already. */
    Optional<Tally> of(String name, EntityKind kind) {
        Tally tally = tallies.get(name);
        return tally == null ? first(name, new Tally(name, kind)) : Optional.of(tally);
    }

    private Optional<Tally> first(Object key, Tally tally) {
        if (tallies.size() >= MOST_ENTITIES) {
            return Optional.empty();
        }
        tallies.put(key, tally);
        return Optional.of(tally);
    }

    /** From here on the word alone stands for its bearer, unless another has it too. */
    void call(Tally bearer, long word) {
        byShortName.merge(word, bearer, (one, other) -> one == other ? one : several);
    }

    boolean isShortName(long word) {
        return byShortName.containsKey(word);
    }

    /** Whom the word alone stands for; empty where for nobody, or for several. */
    Optional<Tally> bearer(long word) {
        return Optional.ofNullable(byShortName.get(word)).filter(tally -> tally != several);
    }
}
