package news.dateline.enrich.section;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a publisher declares of its own article, as evidence: it raises a section that the text makes possible.
 *
 * <p>A section's own name counts, and the words by which publishers name it ({@link AddressSections}). It multiplies the
 * odds by {@code e^}{@value #LOG_ODDS}: one chance in eight becomes two in five, one in a hundred stays below any
 * threshold. Nothing is taken from the other sections.
 */
final class DeclaredSections {
    /** About what the text of an article of a few lines says for its section. */
    static final double LOG_ODDS = 1.5;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[|>/,;&]\\s*|\\s+and\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A list of everything that a site has declares nothing. */
    private static final int MOST_NAMES = 20;

    private DeclaredSections() {
    }

    /** For each section whether it is declared. */
    static boolean[] among(List<SectionDefinition> sections, List<String> declared) {
        boolean[] found = new boolean[sections.size()];
        declared.stream().limit(MOST_NAMES).flatMap(BETWEEN_NAMES::splitAsStream).limit(MOST_NAMES).forEach(name -> {
            String word = NO_LETTERS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
            for (int section = 0; section < found.length; section++) {
                String of = sections.get(section).name();
                found[section] |= of.toLowerCase(Locale.ROOT).equals(word)
                        || AddressSections.sectionsOf(word).contains(of);
            }
        });
        return found;
    }
}
