package news.dateline.sink.store.postgres;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How articles are indexed for full-text search: PostgreSQL's configuration for a language, and how much of a text. */
final class TextSearch {
    /** Whole words as they are: for a language that PostgreSQL ships no stemmer for. */
    static final String SIMPLE = "simple";

    private static final Map<String, String> CONFIGURATIONS = Map.ofEntries(Map.entry("ar", "arabic"),
            Map.entry("ca", "catalan"), Map.entry("da", "danish"), Map.entry("de", "german"),
            Map.entry("el", "greek"), Map.entry("en", "english"), Map.entry("es", "spanish"),
            Map.entry("eu", "basque"), Map.entry("fi", "finnish"), Map.entry("fr", "french"),
            Map.entry("ga", "irish"), Map.entry("hi", "hindi"), Map.entry("hu", "hungarian"),
            Map.entry("hy", "armenian"), Map.entry("id", "indonesian"), Map.entry("it", "italian"),
            Map.entry("lt", "lithuanian"), Map.entry("nb", "norwegian"), Map.entry("ne", "nepali"),
            Map.entry("nl", "dutch"), Map.entry("nn", "norwegian"), Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"), Map.entry("ro", "romanian"), Map.entry("ru", "russian"),
            Map.entry("sr", "serbian"), Map.entry("sv", "swedish"), Map.entry("ta", "tamil"),
            Map.entry("tr", "turkish"), Map.entry("yi", "yiddish"));
    private static final List<String> ALL = Stream
            .concat(Stream.of(SIMPLE), CONFIGURATIONS.values().stream().distinct().sorted()).toList();

    private TextSearch() {
    }

    /** The configuration for a language; whole words where the language is unknown. */
    static String configuration(Optional<String> language) {
        return language.map(TextSearch::primary).map(code -> CONFIGURATIONS.getOrDefault(code, SIMPLE)).orElse(SIMPLE);
    }

    /** Every configuration that an article may be indexed under. */
    static Collection<String> configurations() {
        return ALL;
    }

    /** The language of a BCP 47 tag, without script and region: {@code pt-BR} is {@code pt}. */
    static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*$", "");
    }

    /** Section, tag and rule names are looked up in one case. */
    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The beginning of a text, at most so many bytes of UTF-8. */
    static String beginning(String text, int bytes) {
        if (text.length() <= bytes / 3) {
            return text;
        }
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (taken > bytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}
