package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.RelatedItem;

/**
 * Finds the teasers on a page: the other article's headline, its section, the headline again, an excerpt cut off with
 * "[…]", and "Read More". A teaser is known by the headline that stands twice, or by the cut excerpt over "Read More".
 */
final class Teasers {
    private static final Set<String> MORE = Set.of("read more", "continue reading", "read full story", "read more »",
            "read more →", "read more...", "read more…", "more »");
    private static final List<String> CUT_MARKS = List.of("[…]", "[...]", "[&hellip;]");
    private static final int LONGEST_HEADLINE = 250;
    private static final int LEAST_HEADLINE_LETTERS = 8;
    private static final int LONGEST_SECTION = 40;
    private static final int MOST_SECTION_WORDS = 4;

    private final List<String> lines;
    private final List<String> own = new ArrayList<>();
    private final List<RelatedItem> teasers = new ArrayList<>();
    private int at;

    private Teasers(List<String> lines) {
        this.lines = lines;
    }

    /** A page's paragraphs without its teasers, and the teasers. */
    record Split(List<String> paragraphs, List<RelatedItem> teasers) {
        Split {
            paragraphs = List.copyOf(paragraphs);
            teasers = List.copyOf(teasers);
        }
    }

    static Split split(List<String> paragraphs) {
        Teasers page = new Teasers(paragraphs);
        while (page.at < paragraphs.size()) {
            page.step();
        }
        return new Split(page.own, page.teasers);
    }

    private void step() {
        Optional<Found> found = withRepeatedHeadline().or(this::withCutExcerpt);
        if (found.isPresent()) {
            teasers.add(found.get().item());
            at = found.get().end();
            return;
        }
        String line = lines.get(at++);
        // Below the first teaser a page has more of the kind, cut short; only a whole sentence may be the article's.
        if (teasers.isEmpty() || Headlines.isSentence(line)) {
            own.add(line);
        }
    }

    private record Found(RelatedItem item, int end) {}

    private Optional<Found> withRepeatedHeadline() {
        String headline = line(at);
        int again = sameLine(headline, line(at + 1)) ? at + 1 : sameLine(headline, line(at + 2)) ? at + 2 : -1;
        if (again < 0 || !isHeadline(headline)) {
            return Optional.empty();
        }
        Optional<String> section = again == at + 1 ? Optional.empty() : Optional.of(line(at + 1));
        if (section.isPresent() && !isSection(section.get())) {
            return Optional.empty();
        }
        if (isMore(line(again + 1))) {
            return Optional.of(new Found(new RelatedItem(headline, section, ""), again + 2));
        }
        String excerpt = line(again + 1);
        boolean more = isMore(line(again + 2));
        // A page cut off within its last teaser shows no end of it; the section between the headlines is proof enough.
        boolean cutOff = again + 2 >= lines.size() && section.isPresent();
        if (!isCut(excerpt) && !more && !cutOff) {
            return Optional.empty();
        }
        int end = Math.min(lines.size(), again + (more ? 3 : 2));
        return Optional.of(new Found(new RelatedItem(headline, section, withoutMark(excerpt)), end));
    }

    private Optional<Found> withCutExcerpt() {
        String headline = line(at);
        if (!isHeadline(headline) || Headlines.isSentence(headline)) {
            return Optional.empty();
        }
        Optional<String> section = isSection(line(at + 1)) ? Optional.of(line(at + 1)) : Optional.empty();
        int excerpt = section.isPresent() ? at + 2 : at + 1;
        if (!isCut(line(excerpt)) || !isMore(line(excerpt + 1))) {
            return Optional.empty();
        }
        return Optional.of(
                new Found(new RelatedItem(headline, section, withoutMark(line(excerpt))), excerpt + 2));
    }

    private String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static boolean sameLine(String one, String other) {
        return !one.isEmpty() && one.equalsIgnoreCase(other);
    }

    private static boolean isHeadline(String line) {
        int letters = 0;
        for (int i = 0; letters < LEAST_HEADLINE_LETTERS && i < line.length(); i++) {
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return letters == LEAST_HEADLINE_LETTERS && line.length() <= LONGEST_HEADLINE;
    }

    private static boolean isSection(String line) {
        return !line.isEmpty()
                && line.length() <= LONGEST_SECTION
                && !Headlines.isSentence(line)
                && line.chars().filter(c -> c == ' ').count() < MOST_SECTION_WORDS;
    }

    private static boolean isMore(String line) {
        return line.length() <= LONGEST_SECTION && MORE.contains(line.toLowerCase(Locale.ROOT));
    }

    private static boolean isCut(String line) {
        return CUT_MARKS.stream().anyMatch(line::endsWith);
    }

    private static String withoutMark(String excerpt) {
        for (String mark : CUT_MARKS) {
            if (excerpt.endsWith(mark)) {
                return SafeText.strip(excerpt.substring(0, excerpt.length() - mark.length()));
            }
        }
        return excerpt;
    }
}
