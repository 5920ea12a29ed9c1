package news.dateline.enrich.entity;

import java.util.List;
import news.dateline.contract.EntityKind;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Known;

/** Tells where the name of a place is none: within another name, or before a family name. */
final class PlaceRules {
    private final Words words;
    private final List<NameTrie> names;
    private final NameRules rules;

    PlaceRules(Words words, List<NameTrie> names, NameRules rules) {
        this.words = words;
        this.names = names;
        this.rules = rules;
    }

    /** "The Duke of York", "Paris Saint-Germain", "Real Madrid": a place that another name has in it. */
    boolean isPartOfName(Known place, int at, int length, Capitals capitals) {
        boolean city = place.id().indexOf(':') > 0;
        return switch (capitals) {
            case ENGLISH_NAMES -> !place.isCountry()
                    && (rules.isSeat(at) || (city && (rules.goesOn(at + length) || isBehindName(at))));
            case OTHER_NAMES -> city && (isBehindName(at) || goesOn(at + length));
            case ENGLISH_TITLE, UNTOLD -> false;
        };
    }

    /** The same of a name that may be that of a place; a company stands before what it makes: "the Apple MacBook". */
    boolean isPartOfName(Ambiguous name, int at, int length, Capitals capitals) {
        if (name.senses().stream().flatMap(sense -> sense.known().stream())
                .anyMatch(known -> known.isCountry() || known.kind() == EntityKind.ORGANISATION)) {
            return false;
        }
        return switch (capitals) {
            case ENGLISH_NAMES -> rules.isSeat(at) || (length == 1 && rules.goesOn(at + 1));
            case OTHER_NAMES -> length == 1 && goesOn(at + 1);
            case ENGLISH_TITLE, UNTOLD -> false;
        };
    }

    /** "Sofia Coppola Developing Adaptation": in a headline all in capitals a name before another is rather somebody's. */
    boolean isFirstOfTwo(int at, Capitals capitals) {
        return capitals == Capitals.ENGLISH_TITLE && NameWords.MOSTLY_PEOPLE.contains(words.hash[at])
                && words.isJoined(at + 1) && words.isUpper(at + 1) && !isBehindPreposition(at);
    }

    /** "in Jordan", "from Chelsea": a place, or nobody. */
    boolean isBehindPreposition(int at) {
        return at > 0 && NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1]);
    }

    /** "Paris Saint-Germain", but not "la députée de Paris Laetitia Avia". */
    private boolean goesOn(int end) {
        return end < words.size() && words.gap[end] == Gap.BLANK && words.isUpper(end)
                && !NameWords.GIVEN_NAMES.contains(words.hash[end])
                && names.stream().allMatch(trie -> trie.longest(words, end) == 0);
    }

    /** "Port Moresby Road", "Fort Paris": a city's name that is part of another, in a sentence that has small words. */
    private boolean isBehindName(int at) {
        return at > 0 && words.gap[at] == Gap.BLANK && words.isUpper(at - 1) && !words.isPossessive(at - 1)
                && words.gap[at - 1] != Gap.SENTENCE && !isNoName(words.hash[at - 1])
                && names.getFirst().longest(words, at - 1) == 0;
    }

    private static boolean isNoName(long word) {
        return NameWords.COMMON_PARTS.contains(word) || NameWords.STARTERS.contains(word)
                || NameWords.TITLES.contains(word) || NameWords.DIRECTIONS.contains(word);
    }
}
