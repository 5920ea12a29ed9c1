package news.dateline.enrich.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an editor would give to some articles of the news week, judged by hand: article id to ids of rules.
 *
 * @param tags  ids of the rules that were judged; nothing is known of others
 * @param given by article id
 */
record JudgedArticles(Set<String> tags, Map<String, Set<String>> given) {
    private static final String TAGS = "# Tags: ";

    JudgedArticles {
        tags = Set.copyOf(tags);
        given = Map.copyOf(given);
    }

    /** The articles of a set: {@code development}, {@code earlier} or {@code final}. */
    static JudgedArticles of(String set) {
        Set<String> tags = new TreeSet<>();
        Map<String, Set<String>> given = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] row = line.split("\t", -1);
            if (line.startsWith(TAGS)) {
                tags.addAll(words(line.substring(TAGS.length())));
            } else if (row[0].equals(set)) {
                given.put(row[1], words(row[2]));
            }
        }
        return new JudgedArticles(tags, given);
    }

    private static Set<String> words(String list) {
        return list.isBlank() ? Set.of() : Set.of(list.split(" "));
    }

    private static List<String> lines() {
        try (InputStream file = JudgedArticles.class.getResourceAsStream("/rules/judged-articles.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
