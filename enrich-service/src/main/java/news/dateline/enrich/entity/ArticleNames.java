package news.dateline.enrich.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.EntityKind;
import news.dateline.contract.TextPart;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Form;
import news.dateline.enrich.entity.Meaning.Known;

/**
 * One article while it is read for names: what has been named so far, so that a family name alone, an acronym that the
 * article explains, and the headline are understood by what the text has said. Made anew for each article.
 */
final class ArticleNames {
    /** A list of all the world's names is no article; what comes after so many different ones is not kept. */
    private static final int MOST_ENTITIES = 500;
    private static final int MOST_UNDECIDED = 2_000;

    /** Words before and behind a cut that a rule may look at. */
    private static final int LOOK_BACK = 2;
    private static final int LOOK_AHEAD = 24;

    private static final double TITLE_CASE_SHARE = 0.7;
    private static final int SHORTEST_TITLE_WORD = 4;
    private static final int LONGEST_ACRONYM_IN_DOUBT = 3;
    private static final int SHOUTED_WITHIN = 3;

    /** Languages that write months, days, peoples and what titles are made of in small letters. */
    private static final Set<String> ONLY_NAMES_IN_CAPITALS = Set.of("fr", "es", "it", "pt", "ca", "ro");

    private static final Tally SEVERAL = new Tally("several", EntityKind.PERSON);

    private final Words words;
    private final List<NameTrie> names;
    private final boolean english;
    private final boolean onlyNamesInCapitals;
    private final NameRules rules;
    private final Map<Object, Tally> tallies = new LinkedHashMap<>();
    private final Map<Long, Tally> byShortName = new HashMap<>();
    private final Map<Ambiguous, Undecided> undecided = new LinkedHashMap<>();
    private TextPart part = TextPart.BODY;
    private String text = "";
    private boolean ruled;
    private boolean capitalsTell;

    /** Mentions of an ambiguous name, until the whole article has been read. */
    static final class Undecided {
        final int[] besideIt;
        private final List<Place> places = new ArrayList<>();

        Undecided(Ambiguous name) {
            besideIt = new int[name.senses().size()];
        }

        private record Place(TextPart part, int start, int end) {}
    }

    ArticleNames(Words words, List<NameTrie> names, String language) {
        this.words = words;
        this.names = names;
        this.english = language.equals(EntityRecognizer.ENGLISH);
        this.onlyNamesInCapitals = ONLY_NAMES_IN_CAPITALS.contains(language);
        this.rules = new NameRules(words, names.getFirst());
    }

    /** Reads a part of the article from its first word to its last. */
    void read(TextPart newPart, String newText) {
        part = newPart;
        text = part == TextPart.HEADLINE ? newText : withoutCutWord(newText);
        int from = 0;
        int next = 0;
        int behind = words.read(text, 0);
        boolean sentences = !(part == TextPart.HEADLINE && isTitleCase());
        ruled = english && sentences;
        capitalsTell = onlyNamesInCapitals && sentences;
        while (true) {
            boolean last = behind >= text.length();
            int end = last ? words.size() : words.size() - LOOK_AHEAD;
            while (next < end) {
                next = step(next);
            }
            if (last) {
                return;
            }
            int keep = Math.max(1, next - LOOK_BACK);
            from = words.start[keep];
            next -= keep;
            behind = words.read(text, from);
        }
    }

    /** "The keeper Orlin Va…": what is left of the last word is no name. */
    private static String withoutCutWord(String text) {
        if (!text.endsWith("…") || text.length() < 2 || !Character.isLetter(text.charAt(text.length() - 2))) {
            return text;
        }
        return text.substring(0, Math.max(0, text.lastIndexOf(' ')));
    }

    Map<Ambiguous, Undecided> undecided() {
        return undecided;
    }

    void decide(Ambiguous name, Known meaning) {
        undecided.get(name).places.forEach(place -> tally(meaning)
                .ifPresent(tally -> tally.add(place.part(), place.start(), place.end(), Form.NAME)));
    }

    Collection<Tally> tallies() {
        return tallies.values();
    }

    private int step(int at) {
        if (!mayBeginName(at)) {
            return at + 1;
        }
        NameTrie trie = names.getFirst();
        int known = trie.longest(words, at);
        for (int i = 1; known == 0 && i < names.size(); i++) {
            trie = names.get(i);
            known = trie.longest(words, at);
        }
        int organisation = ruled ? rules.organisation(at) : 0;
        if (organisation > known) {
            addOrganisation(at, organisation);
            if (known > 0 && trie.meaning(words, at, known) instanceof Known place && place.isCountry()) {
                add(place, at, known);
            }
            return at + organisation;
        }
        if (known > 0) {
            return at + takeKnown(trie.meaning(words, at, known), at, known);
        }
        return at + takeUnknown(at);
    }

    private boolean mayBeginName(int at) {
        return words.isUpper(at) || words.isWithoutCase(at) || NameWords.PARTICLES.contains(words.hash[at]);
    }

    private int takeKnown(Meaning meaning, int at, int length) {
        return switch (meaning) {
            case Meaning.Nothing nothing -> length;
            case Ambiguous ambiguous -> takeAmbiguous(ambiguous, at, length);
            case Known known when isNamesake(known, at, length) -> takeUnknown(at);
            case Known known -> {
                if (known.kind() != EntityKind.PLACE) {
                    takeNamed(known, at, length);
                    yield length;
                }
                yield takePlace(known, at, length);
            }
        };
    }

    /** "Murdoch MacLennan", "the Musk Foundation": a family name that mostly is enough begins another name. */
    private boolean isNamesake(Known known, int at, int length) {
        return ruled && length == 1 && known.kind() == EntityKind.PERSON && rules.goesOn(at + 1);
    }

    private void takeNamed(Known known, int at, int length) {
        boolean possessive = words.isPossessive(at + length - 1);
        if ((length == 1 && isShouted(at)) || (known.form() == Form.POSSESSIVE && !possessive)) {
            return;
        }
        add(known, at, length);
        if (known.kind() == EntityKind.PERSON) {
            tally(known).ifPresent(tally -> rememberShortName(at + length - 1, tally));
        }
    }

    private int takePlace(Known place, int at, int length) {
        if (place.form() == Form.ABBREVIATION) {
            if (at > 0 && words.gap[at] == Words.COMMA && words.isUpper(at - 1)) {
                add(place, at, length);
            }
            return length;
        }
        if (length == 1 && isShouted(at)) {
            return length;
        }
        if (place.form() == Form.GIVEN_NAME) {
            int person = personByPlaceName(at);
            if (person > 0) {
                return person;
            }
            if (isFirstOfTwo(at)) {
                return length;
            }
        }
        if (!isPartOfName(place, at, length)) {
            add(place, at, length);
        }
        return length;
    }

    /** "The Duke of York", "Paris Saint-Germain", "Real Madrid": a place that another name has in it. */
    private boolean isPartOfName(Known place, int at, int length) {
        boolean city = place.id().indexOf(':') > 0;
        if (ruled) {
            return !place.isCountry()
                    && (rules.isSeat(at) || (city && (rules.goesOn(at + length) || isBehindName(at))));
        }
        return city && capitalsTell && (isBehindName(at) || goesOnUnknown(at + length));
    }

    /** "Paris Saint-Germain", but not "la députée de Paris Laetitia Avia". */
    private boolean goesOnUnknown(int end) {
        return end < words.size() && words.gap[end] == Words.BLANK && words.isUpper(end)
                && !NameWords.GIVEN_NAMES.contains(words.hash[end])
                && names.stream().allMatch(trie -> trie.longest(words, end) == 0);
    }

    /** "Sofia Coppola Developing Adaptation": in a headline all in capitals a name before another is rather somebody's. */
    private boolean isFirstOfTwo(int at) {
        return english && !ruled && NameWords.MOSTLY_PEOPLE.contains(words.hash[at]) && words.isJoined(at + 1)
                && words.isUpper(at + 1)
                && !(at > 0 && NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1]));
    }

    /** "Port Moresby Road", "Fort Paris": a city's name that is part of another, in a sentence that has small words. */
    private boolean isBehindName(int at) {
        return at > 0 && words.gap[at] == Words.BLANK && words.isUpper(at - 1) && !words.isPossessive(at - 1)
                && words.gap[at - 1] != Words.SENTENCE && !NameWords.COMMON_PARTS.contains(words.hash[at - 1])
                && !NameWords.STARTERS.contains(words.hash[at - 1]) && !NameWords.TITLES.contains(words.hash[at - 1])
                && names.getFirst().longest(words, at - 1) == 0 && !isDirection(words.hash[at - 1]);
    }

    private static boolean isDirection(long word) {
        return NameWords.DIRECTIONS.contains(word);
    }

    /** How many words a person takes who is named like a place; 0 where it is the place. */
    private int personByPlaceName(int at) {
        Tally bearer = byShortName.get(words.hash[at]);
        boolean toPlace = at > 0 && NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1]);
        if (bearer != null && bearer != SEVERAL && !toPlace) {
            addTo(bearer, at, 1);
            return 1;
        }
        if (!ruled || toPlace || (!NameWords.MOSTLY_PEOPLE.contains(words.hash[at]) && !rules.isTitled(at))) {
            return 0;
        }
        int length = rules.person(at);
        if (length > 1) {
            addPerson(at, at, length);
            return length;
        }
        return 0;
    }

    private int takeAmbiguous(Ambiguous name, int at, int length) {
        int person = personByPlaceName(at);
        if (person > 0) {
            return person;
        }
        boolean country = name.senses().stream().flatMap(sense -> sense.known().stream()).anyMatch(Known::isCountry);
        boolean goesOn = length == 1 && (ruled ? rules.goesOn(at + 1) : capitalsTell && goesOnUnknown(at + 1));
        if (!country && (goesOn || (ruled && rules.isSeat(at)))) {
            return length;
        }
        if (undecided.size() >= MOST_ENTITIES && !undecided.containsKey(name)) {
            return length;
        }
        Undecided mentions = undecided.computeIfAbsent(name, Undecided::new);
        if (mentions.places.size() < MOST_UNDECIDED) {
            mentions.places.add(new Undecided.Place(part, words.start[at], words.end[at + length - 1]));
            lookBeside(name, mentions, at);
        }
        return length;
    }

    /** "in Georgia" is a place, "the Amazon" is none that sells. */
    private void lookBeside(Ambiguous name, Undecided mentions, int at) {
        if (at == 0 || words.gap[at] != Words.BLANK) {
            return;
        }
        boolean article = words.hash[at - 1] == NameWords.THE && !(words.size() > at + 1 && words.isUpper(at + 1));
        // One buys shares in Apple and orders from Amazon.
        boolean preposition = NameWords.PLACE_PREPOSITIONS.contains(words.hash[at - 1])
                && name.senses().stream().flatMap(sense -> sense.known().stream())
                        .allMatch(known -> known.kind() == EntityKind.PLACE);
        for (int i = 0; i < mentions.besideIt.length; i++) {
            Optional<Known> known = name.senses().get(i).known();
            if (known.isPresent() && known.get().kind() == EntityKind.PLACE) {
                mentions.besideIt[i] += article ? 2 : preposition ? 1 : 0;
            }
        }
    }

    private int takeUnknown(int at) {
        if (ruled && words.isUpper(at)) {
            int person = rules.person(at);
            if (person > 0) {
                Tally bearer = person == 1 ? byShortName.get(words.hash[at]) : null;
                if (bearer != null) {
                    addTo(bearer, at, 1);
                } else {
                    addPerson(rules.isRoyal(at) ? at - 1 : at, at, person);
                }
                return person;
            }
            if (rules.isRoyal(at)) {
                addPerson(at - 1, at, 1);
                return 1;
            }
            int place = rules.placeBeforeKnown(at);
            if (place > 0 && isState(at + place)) {
                addNamed(EntityKind.PLACE, at, place);
                return place;
            }
        }
        Tally bearer = words.isUpper(at) ? shortName(at) : null;
        if (bearer != null && bearer != SEVERAL) {
            addTo(bearer, at, 1);
        }
        return 1;
    }

    private Tally shortName(int at) {
        Tally bearer = byShortName.get(words.hash[at]);
        return bearer == null && words.shouted[at] != 0 ? byShortName.get(words.shouted[at]) : bearer;
    }

    private boolean isState(int at) {
        int length = names.getFirst().longest(words, at);
        return length > 0 && names.getFirst().meaning(words, at, length) instanceof Known known
                && known.kind() == EntityKind.PLACE && known.form() != Form.DEMONYM && known.id().indexOf(':') < 0;
    }

    private void addPerson(int from, int at, int length) {
        int count = at + length - from;
        addNamed(EntityKind.PERSON, from, count)
                .ifPresent(tally -> rememberShortName(at + length - 1, tally));
    }

    private void addOrganisation(int at, int length) {
        Optional<Tally> tally = addNamed(EntityKind.ORGANISATION, at, length);
        int acronym = rules.acronymBehind(at + length, text);
        if (acronym > 0) {
            tally.ifPresent(named -> byShortName.putIfAbsent(words.hash[acronym], named));
        }
    }

    private Optional<Tally> addNamed(EntityKind kind, int at, int length) {
        String name = words.text(at, at + length);
        Tally tally = tallies.get(name);
        if (tally == null) {
            if (tallies.size() >= MOST_ENTITIES) {
                return Optional.empty();
            }
            tally = new Tally(name, kind);
            tallies.put(name, tally);
        }
        addTo(tally, at, length);
        return Optional.of(tally);
    }

    private void add(Known known, int at, int length) {
        tally(known).ifPresent(tally -> tally.add(part, words.start[at], words.end[at + length - 1], known.form()));
    }

    private void addTo(Tally tally, int at, int length) {
        tally.add(part, words.start[at], words.end[at + length - 1], Form.NAME);
    }

    private Optional<Tally> tally(Known known) {
        Tally tally = tallies.get(known);
        if (tally == null && tallies.size() < MOST_ENTITIES) {
            tally = new Tally(known);
            tallies.put(known, tally);
        }
        return Optional.ofNullable(tally);
    }

    private void rememberShortName(int word, Tally bearer) {
        byShortName.merge(words.hash[word], bearer, (one, other) -> one == other ? one : SEVERAL);
    }

    /** In "WHO IS THE BEST" and "JOIN US NOW" the capitals tell nothing. */
    private boolean isShouted(int at) {
        if (!words.isAllUpper(at) || words.length(at) > LONGEST_ACRONYM_IN_DOUBT) {
            return false;
        }
        int shouted = 0;
        for (int i = Math.max(0, at - SHOUTED_WITHIN); i < Math.min(words.size(), at + SHOUTED_WITHIN + 1); i++) {
            shouted += i != at && words.isAllUpper(i) ? 1 : 0;
        }
        return shouted >= 2;
    }

    private boolean isTitleCase() {
        int longer = 0;
        int upper = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.length(i) >= SHORTEST_TITLE_WORD && !words.isNumber(i)) {
                longer++;
                upper += words.isUpper(i) ? 1 : 0;
            }
        }
        return upper >= longer * TITLE_CASE_SHARE;
    }
}
