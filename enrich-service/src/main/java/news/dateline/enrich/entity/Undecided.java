package news.dateline.enrich.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import news.dateline.contract.EntityKind;
import news.dateline.contract.Mention;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Known;

/** The mentions of ambiguous names, until the whole article has been read. */
final class Undecided {
    private static final int MOST_NAMES = 500;
    private static final int MOST_MENTIONS = 2_000;
    private static final int ARTICLE = 2;

    private final Words words;
    private final Map<Ambiguous, Mentions> byName = new LinkedHashMap<>();

    Undecided(Words words) {
        this.words = words;
    }

    /**
     * One name's mentions.
     *
     * @param besideIt what the words right beside them say for each of its senses
     */
    private record Mentions(int[] besideIt, List<Mention> places) {}

    void add(Ambiguous name, Mention mention, int at) {
        if (byName.size() >= MOST_NAMES && !byName.containsKey(name)) {
            return;
        }
        Mentions mentions = byName.computeIfAbsent(name,
                first -> new Mentions(new int[first.senses().size()], new ArrayList<>()));
        if (mentions.places().size() < MOST_MENTIONS) {
            mentions.places().add(mention);
            lookBeside(name, mentions.besideIt(), at);
        }
    }

    /** "in Georgia" is a place, "the Amazon" is none that sells. */
    private void lookBeside(Ambiguous name, int[] besideIt, int at) {
        if (at == 0 || words.gap[at] != Gap.BLANK) {
            return;
        }
        boolean article = words.hash[at - 1] == NameWords.THE && !(words.size() > at + 1 && words.isUpper(at + 1));
        // One buys shares in Apple and orders from Amazon.
        boolean preposition = NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1])
                && name.senses().stream().flatMap(sense -> sense.known().stream()).allMatch(Undecided::isPlace);
        for (int i = 0; i < besideIt.length; i++) {
            Optional<Known> place = name.senses().get(i).known().filter(Undecided::isPlace);
            if (place.isPresent()) {
                besideIt[i] += article ? ARTICLE : preposition ? 1 : 0;
            }
        }
    }

    private static boolean isPlace(Known known) {
        return known.kind() == EntityKind.PLACE;
    }

    /** Hands on each mention of a name that the rest of the article gives a meaning. */
    void decide(ContextWords context, String headline, String text, BiConsumer<Known, Mention> decided) {
        if (byName.isEmpty()) {
            return;
        }
        long[] heard = context.heard(words, headline, text);
        byName.forEach((name, mentions) -> context.decide(name, heard, mentions.besideIt())
                .ifPresent(known -> mentions.places().forEach(place -> decided.accept(known, place))));
    }
}
