package news.dateline.enrich.tag;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.enrich.bundled.BundledLines;

/**
 * What an editor would give to some articles of the news week, judged by hand: article id to ids of rules.
 *
 * @param tags     ids of the rules that were judged in this set; nothing is known of others
 * @param given    by article id
 * @param disputed by article id: what an editor could give or not, so that it counts neither way
 */
record JudgedArticles(Set<String> tags, Map<String, Set<String>> given, Map<String, Set<String>> disputed) {
    private static final String TAGS = "# Tags: ";
    private static final String NOT_JUDGED = "# Not judged in ";
    private static final String BRACKET = "[";

    JudgedArticles {
        tags = Set.copyOf(tags);
        given = Map.copyOf(given);
        disputed = Map.copyOf(disputed);
    }

    /** The articles of a set: {@code strict}, {@code development} or {@code aside}. */
    static JudgedArticles of(String set) {
        Set<String> tags = new TreeSet<>();
        Set<String> without = new HashSet<>();
        Map<String, Set<String>> given = new LinkedHashMap<>();
        Map<String, Set<String>> disputed = new LinkedHashMap<>();
        for (String line : BundledLines.of("/rules/judged-articles.tsv")) {
            String[] row = line.split("\t", -1);
            if (line.startsWith(TAGS)) {
                tags.addAll(words(line.substring(TAGS.length())).toList());
            } else if (line.startsWith(NOT_JUDGED + set + ":")) {
                without.addAll(words(line.substring(line.indexOf(':') + 2)).toList());
            } else if (row[0].equals(set)) {
                given.put(row[1], words(row[2]).filter(word -> !word.startsWith(BRACKET)).collect(Collectors.toSet()));
                disputed.put(row[1], words(row[2]).filter(word -> word.startsWith(BRACKET))
                        .map(word -> word.substring(1, word.length() - 1)).collect(Collectors.toSet()));
            }
        }
        tags.removeAll(without);
        return new JudgedArticles(tags, given, disputed);
    }

    private static Stream<String> words(String list) {
        return list.isBlank() ? Stream.of() : Stream.of(list.split(" "));
    }
}
