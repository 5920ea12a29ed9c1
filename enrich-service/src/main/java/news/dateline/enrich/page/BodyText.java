package news.dateline.enrich.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.enrich.clean.Cleaner;
import org.jsoup.Jsoup;

/** The paragraphs of a body: those found on the page, unless the publisher's own text for machines shows them wrong. */
final class BodyText {
    private static final int LEAST_LETTERS = 400;
    private static final double FOUND = 0.5;
    private static final int WORDS = 5;
    private static final int COMPARED = 200_000;
    private static final Pattern MARKUP = Pattern.compile("</?(?:p|br|div|a|em|strong|h[1-6]|ul|li)\\b[^<>]{0,300}>");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private BodyText() {
    }

    static List<String> of(List<TextBlock> blocks, String given, String headline) {
        List<String> found = PageEnd.without(blocks).stream().map(TextBlock::text)
                .filter(text -> !text.equalsIgnoreCase(headline) && !Cleaner.isBoilerplate(text)).toList();
        if (given.length() < LEAST_LETTERS) {
            return found;
        }
        Set<String> runs = runs(String.join("\n", found));
        Set<String> wanted = runs(given);
        long met = wanted.stream().filter(runs::contains).count();
        return met >= wanted.size() * FOUND ? found : paragraphs(given);
    }

    private static List<String> paragraphs(String given) {
        String text = MARKUP.matcher(given).find()
                ? PageBlocks.of(Jsoup.parse(given).body(), Set.of()).stream().map(TextBlock::text)
                        .reduce("", (one, other) -> one + "\n" + other)
                : given;
        return text.lines().map(PageFields::line).filter(line -> !line.isEmpty()).toList();
    }

    private static Set<String> runs(String text) {
        List<String> words = List.of(BETWEEN_WORDS
                .split(text.substring(0, Math.min(text.length(), COMPARED)).toLowerCase(Locale.ROOT)));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return runs;
    }
}
