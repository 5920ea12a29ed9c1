package news.dateline.enrich.section;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the labels of the known collections mean: the only place that names the eight sections of the bundled model.
 *
 * <p>World has no Media Topic: it says how far away something happened, not what happened.
 */
final class SectionNames {
    static final String WORLD = "World";
    static final String POLITICS = "Politics";
    static final String BUSINESS = "Business";
    static final String TECHNOLOGY = "Technology";
    static final String SCIENCE = "Science";
    static final String HEALTH = "Health";
    static final String SPORT = "Sport";
    static final String ENTERTAINMENT = "Entertainment";

    private static final Map<String, String> MEDIA_TOPICS = Map.of(
            POLITICS, "11000000",
            BUSINESS, "04000000",
            TECHNOLOGY, "20000756",
            SCIENCE, "13000000",
            HEALTH, "07000000",
            SPORT, "15000000",
            ENTERTAINMENT, "01000000");

    private static final Label NONE = new Label(Set.of(), Set.of());

    /** Sections in publishers' URLs. What is domestic for its publisher may well be politics, business or health. */
    static final Map<String, Label> PUBLISHER_SECTIONS = Map.of(
            "World", of(WORLD, POLITICS),
            "Politics", of(POLITICS, WORLD),
            "Business", of(BUSINESS),
            "Technology", of(TECHNOLOGY),
            "Science", of(SCIENCE),
            "Health", of(HEALTH),
            "Sports", of(SPORT),
            "Entertainment", of(ENTERTAINMENT),
            "Domestic", not(WORLD, POLITICS, BUSINESS, HEALTH),
            "Environment", not(WORLD, POLITICS, BUSINESS, SCIENCE));

    static final Map<String, Label> AGGREGATOR_CATEGORIES = Map.of(
            "sports", of(SPORT),
            "entertainment", of(ENTERTAINMENT),
            "health", of(HEALTH, SCIENCE),
            "technology", of(TECHNOLOGY),
            "science", of(SCIENCE, HEALTH));

    static final Map<String, Label> BBC_FOLDERS = Map.of(
            "business", of(BUSINESS),
            "entertainment", of(ENTERTAINMENT),
            "politics", of(POLITICS),
            "sport", of(SPORT),
            "tech", of(TECHNOLOGY));

    static final Map<String, Label> SUMMARY_CATEGORIES = Map.of(
            "entertainment", of(ENTERTAINMENT),
            "world", of(WORLD, POLITICS),
            "sports", of(SPORT),
            "technology", of(TECHNOLOGY),
            "politics", of(POLITICS, WORLD),
            "science", of(SCIENCE),
            "automobile", not(BUSINESS, TECHNOLOGY));

    /** By number; a number that is missing tells nothing that we use. */
    static final Map<Integer, Label> HEADLINE_CATEGORIES = Map.ofEntries(
            Map.entry(0, of(POLITICS, WORLD)),
            Map.entry(1, of(HEALTH)),
            Map.entry(2, of(ENTERTAINMENT)),
            Map.entry(3, not(WORLD)),
            Map.entry(4, not(ENTERTAINMENT, BUSINESS)),
            Map.entry(5, not(HEALTH)),
            Map.entry(6, of(HEALTH)),
            Map.entry(8, not(HEALTH)),
            Map.entry(9, of(BUSINESS)),
            Map.entry(11, of(SPORT)),
            Map.entry(13, NONE),
            Map.entry(14, not(HEALTH)),
            Map.entry(15, of(WORLD, POLITICS)),
            Map.entry(16, NONE),
            Map.entry(19, NONE),
            Map.entry(20, not(WORLD, POLITICS)),
            Map.entry(24, of(WORLD, POLITICS)),
            Map.entry(25, not(WORLD, POLITICS)),
            Map.entry(27, of(SCIENCE)),
            Map.entry(28, of(WORLD, POLITICS)),
            Map.entry(29, NONE),
            Map.entry(30, of(TECHNOLOGY)),
            Map.entry(31, of(BUSINESS)));

    private SectionNames() {
    }

    static Optional<String> mediaTopic(String section) {
        return Optional.ofNullable(MEDIA_TOPICS.get(section));
    }

    private static Label of(String section, String... unknown) {
        return new Label(Set.of(section), Set.of(unknown));
    }

    private static Label not(String... unknown) {
        return new Label(Set.of(), Set.of(unknown));
    }

    /** What one label of a collection tells: sections that are right, and sections about which it is silent. */
    record Label(Set<String> sections, Set<String> unknown) {
        Label {
            sections = new TreeSet<>(sections);
            unknown = new TreeSet<>(unknown);
        }
    }
}
