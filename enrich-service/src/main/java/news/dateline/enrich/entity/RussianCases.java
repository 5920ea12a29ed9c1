package news.dateline.enrich.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as Russian declines it: Москва, Москвы, Москве, Москву, Москвой. By the ending alone, so that a form may be among them that
 * nobody says; that costs nothing.
 */
final class RussianCases {
    private static final Pattern CYRILLIC_WORD = Pattern.compile("\\p{IsCyrillic}{3,}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<= )|(?<=-)(?!.*-)");
    private static final Pattern HUSHING = Pattern.compile(".*[гкхжчшщ]");

    /** Endings of a word, and what stands in their place in the other forms. */
    private record Ending(List<String> endings, List<String> others) {
        static Ending of(String endings, String... others) {
            return new Ending(List.of(endings.split("\\|", -1)), List.of(others));
        }
    }

    /** The first that fits counts: adjectives, countries, neuters, feminines, soft ones, plurals; the last fits every word. */
    private static final List<Ending> ENDINGS = List.of(
            Ending.of("ый|ий", "ого", "ому", "ого", "ым", "ом", "им"),
            Ending.of("ая", "ой", "ой", "ую", "ой", "ой", "ой"),
            Ending.of("ия", "ии", "ии", "ию", "ией", "ии", "ий"),
            Ending.of("ье", "ья", "ью", "ье", "ьем", "ье", "ьях"),
            Ending.of("я", "и", "е", "ю", "ей", "е", "ях"),
            Ending.of("а", "ы", "е", "у", "ой", "е", "ей"),
            Ending.of("ь", "и", "ю", "я", "ью", "е", "ем"),
            Ending.of("й", "я", "ю", "я", "ем", "е", "и"),
            Ending.of("ы", "ов", "ам", "ов", "ами", "ах", ""),
            Ending.of("", "а", "у", "а", "ом", "е", "ым"));
    private static final int FORMS = 6;

    private RussianCases() {
    }

    /** The name itself and its other forms; of names in another script, of acronyms and of what is not declined, the name alone. */
    static Set<String> of(String name) {
        Set<String> forms = new LinkedHashSet<>(List.of(name));
        String[] words = BETWEEN_WORDS.split(name, -1);
        for (int form = 0; form < FORMS; form++) {
            List<String> declined = new ArrayList<>();
            for (String word : words) {
                String plain = word.stripTrailing();
                declined.add(form(plain, form) + word.substring(plain.length()));
            }
            forms.add(String.join("", declined));
        }
        return forms;
    }

    private static String form(String word, int form) {
        if (!CYRILLIC_WORD.matcher(word).matches() || Character.isUpperCase(word.charAt(1))
                || ("оеуюэёи".indexOf(word.charAt(word.length() - 1)) >= 0 && !word.endsWith("ье"))) {
            return word;
        }
        Ending ending = ENDINGS.stream().filter(one -> one.endings.stream().anyMatch(word::endsWith))
                .findFirst().orElseThrow();
        String stem = word.substring(0, word.length() - length(ending, word));
        String other = ending.others.get(form);
        return stem + (other.startsWith("ы") && HUSHING.matcher(stem).matches() ? "и" + other.substring(1) : other);
    }

    private static int length(Ending ending, String word) {
        return ending.endings.stream().filter(word::endsWith).mapToInt(String::length).max().orElse(0);
    }
}
