package news.dateline.enrich.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.dateline.enrich.bundled.BundledLines;

/**
 * Tells close languages apart by their small words, where the model's letters hardly differ: Danish writes "af" and
 * "blev" where Norwegian writes "av" and "ble".
 */
final class TellingWords {
    private static final String FILE = "/languages/telling-words.txt";
    private static final Map<String, Set<String>> LANGUAGES_BY_WORD = read();

    /** Letters that a language of the Cyrillic script never writes, where a neighbour often does. */
    private static final Map<String, String> NEVER_WRITTEN = Map.of("bg", "ыэёіїєј", "ru", "іїєґўјљњћђџ", "uk", "ыэёўј",
            "be", "ищїєј", "mk", "ыэёщъьійюя", "sr", "ыэёщъьійюя", "kk", "ђћљњ");

    /** Small languages that the model takes for their larger neighbours' names and numbers: only their own words count. */
    private static final Set<String> TOLD_BY_WORDS_ALONE = Set.of("nn", "gl", "af");

    /** In Danish a comma stands before every "at" that opens a clause. */
    private static final String DANISH_CLAUSE = ", at ";

    private final Set<String> words = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final String text;

    /** The words of a text. */
    TellingWords(String text) {
        this.text = text;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                add(text.substring(start, i));
                if (start == 0 || words.size() == 1) {
                    add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = -1;
            }
        }
        if (text.contains(DANISH_CLAUSE)) {
            counts.merge("da", 1, Integer::sum);
        }
    }

    private void add(String word) {
        if (words.add(word)) {
            LANGUAGES_BY_WORD.getOrDefault(word, Set.of()).forEach(language -> counts.merge(language, 1, Integer::sum));
        }
    }

    /** How many of a language's words are in the text, each once. */
    int of(String language) {
        return counts.getOrDefault(language, 0);
    }

    /** Whether the text says that it is not in the language, whatever the model finds. */
    boolean speakAgainst(String language) {
        if (TOLD_BY_WORDS_ALONE.contains(language) && of(language) == 0) {
            return true;
        }
        String never = NEVER_WRITTEN.getOrDefault(language, "");
        for (int i = 0; !never.isEmpty() && i < text.length(); i++) {
            if (never.indexOf(Character.toLowerCase(text.charAt(i))) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> languages = new HashMap<>();
        BundledLines.of(FILE).stream().filter(line -> !line.startsWith("#")).map(line -> line.split(" ", -1))
                .forEach(line -> Arrays.stream(line).skip(1)
                        .forEach(word -> languages.computeIfAbsent(word, first -> new HashSet<>()).add(line[0])));
        return Map.copyOf(languages);
    }
}
