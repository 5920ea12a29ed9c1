package news.dateline.tags;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.TagRule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads rules from YAML: the starter set that a new installation begins with, and editors' files. */
public final class StarterRules {
    private static final List<String> FILES = List.of("countries.yaml", "places.yaml", "institutions.yaml",
            "leaders.yaml", "companies.yaml",
            "themes.yaml");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private StarterRules() {
    }

    /** A rule as it stands in a YAML file. */
    private record Row(String id, String tag, String query, Optional<String> parent, Optional<String> mediaTopic,
            Optional<Integer> mentions) {}

    /** The starter set, each rule in version 1. */
    public static List<TagRule> all(Instant now) {
        List<TagRule> rules = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream yaml = StarterRules.class.getResourceAsStream("/rules/" + file)) {
                rules.addAll(read(yaml, "dateline", "starter set", now));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(rules);
    }

    /**
     * Rules of a YAML file, each in version 1.
     *
     * @throws IllegalArgumentException with the rule's id and what is wrong with it
     */
    public static List<TagRule> read(InputStream yaml, String author, String comment, Instant now) {
        return YAML.readValue(yaml, new TypeReference<List<Row>>() {
        }).stream().map(row -> rule(row, author, comment, now)).toList();
    }

    private static TagRule rule(Row row, String author, String comment, Instant now) {
        try {
            return new TagRule(TagRule.SCHEMA_VERSION, row.id(), 1, row.tag(), row.query(), row.parent(),
                    row.mediaTopic(), author, comment, now, row.mentions());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException((row.id() == null ? "a rule: " : "rule '" + row.id() + "': ")
                    + e.getMessage(), e);
        }
    }
}
