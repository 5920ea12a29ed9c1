package news.dateline.enrich.section;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The publishers whose habits a model knows; any other publisher changes nothing. */
final class PublisherHabits {
    static final PublisherHabits NONE = new PublisherHabits(List.of());

    /** Two sites of one publisher. */
    private static final Map<String, String> SAME = Map.of("bbc.com", "bbc.co.uk");

    private final TreeMap<String, HabitTable> bySite = new TreeMap<>();

    PublisherHabits(Collection<PublisherHabit> habits) {
        habits.forEach(habit -> bySite.put(habit.publisher(), new HabitTable(habit)));
    }

    /** In the order of the publishers' names. */
    List<PublisherHabit> all() {
        return bySite.values().stream().map(HabitTable::habit).toList();
    }

    /** The habit of whoever publishes at a host. */
    Optional<HabitTable> of(String host) {
        if (bySite.isEmpty()) {
            return Optional.empty();
        }
        String site = PublisherSite.domain(host);
        return Optional.ofNullable(bySite.get(SAME.getOrDefault(site, site)));
    }
}
