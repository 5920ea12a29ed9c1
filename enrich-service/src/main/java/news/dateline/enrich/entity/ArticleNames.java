package news.dateline.enrich.entity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.EntityKind;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Form;
import news.dateline.enrich.entity.Meaning.Known;

/**
 * One article while it is read for names: what has been named so far, so that a family name alone, an acronym that the
 * article explains, and the headline are understood by what the text has said. Made anew for each article.
 */
final class ArticleNames {
    /** Words before and behind a cut that a rule may look at. */
    private static final int LOOK_BACK = 2;
    private static final int LOOK_AHEAD = 24;

    private final Words words;
    private final List<NameTrie> names;
    private final String language;
    private final NameRules rules;
    private final PlaceRules places;
    private final NamedSoFar named = new NamedSoFar();
    private final Undecided undecided;
    private TextPart part = TextPart.BODY;
    private String text = "";
    private Capitals capitals = Capitals.UNTOLD;

    ArticleNames(Words words, List<NameTrie> names, String language) {
        this.words = words;
        this.names = names;
        this.language = language;
        this.rules = new NameRules(words, names.getFirst());
        this.places = new PlaceRules(words, names, rules);
        this.undecided = new Undecided(words);
    }

    /** Reads a part of the article from its first word to its last. */
    void read(TextPart newPart, String newText) {
        part = newPart;
        text = part == TextPart.HEADLINE ? newText : withoutCutWord(newText);
        int from = 0;
        int next = 0;
        int behind = words.read(text, 0);
        capitals = Capitals.of(language, part, words);
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
        if (!text.endsWith("…")) {
            return text;
        }
        int end = text.length() - 1;
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))
                && !Character.isSpaceChar(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Gives ambiguous names the meaning that the rest of the article speaks for. */
    void decide(ContextWords context, String headline, String body) {
        undecided.decide(context, headline, body, (known, mention) -> named.of(known)
                .ifPresent(tally -> tally.add(mention, Form.NAME)));
    }

    Collection<Tally> tallies() {
        return named.all();
    }

    /** Whether the rules for names that no gazetteer has can be asked. */
    private boolean isRuled() {
        return capitals == Capitals.ENGLISH_NAMES;
    }

    private int step(int at) {
        if (!mayBeginName(at)) {
            return at + 1;
        }
        NameTrie trie = names.getFirst();
        int known = trie.longest(words, at);
        for (int i = 1; i < names.size(); i++) {
            // "France 2" is no country.
            int longer = names.get(i).longest(words, at);
            if (longer > known) {
                trie = names.get(i);
                known = longer;
            }
        }
        int organisation = isRuled() ? rules.organisation(at) : 0;
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
        return isRuled() && length == 1 && known.kind() == EntityKind.PERSON && rules.goesOn(at + 1);
    }

    private void takeNamed(Known known, int at, int length) {
        boolean possessive = words.isPossessive(at + length - 1);
        if ((length == 1 && Capitals.areShouted(words, at)) || (known.form() == Form.POSSESSIVE && !possessive)) {
            return;
        }
        add(known, at, length);
        if (known.kind() == EntityKind.PERSON) {
            named.of(known).ifPresent(tally -> named.call(tally, words.hash[at + length - 1]));
        }
    }

    private int takePlace(Known place, int at, int length) {
        if (place.form() == Form.ABBREVIATION) {
            if (at > 0 && words.gap[at] == Gap.COMMA && words.isUpper(at - 1)) {
                add(place, at, length);
            }
            return length;
        }
        if (length == 1 && Capitals.areShouted(words, at)) {
            return length;
        }
        if (place.form() == Form.GIVEN_NAME) {
            int person = personByPlaceName(at);
            if (person > 0) {
                return person;
            }
            if (places.isFirstOfTwo(at, capitals)) {
                return length;
            }
        }
        if (!places.isPartOfName(place, at, length, capitals)) {
            add(place, at, length);
        }
        return length;
    }

    /** How many words a person takes who is named like a place; 0 where it is the place. */
    private int personByPlaceName(int at) {
        boolean toPlace = places.isBehindPreposition(at);
        Optional<Tally> bearer = toPlace ? Optional.empty() : named.bearer(words.hash[at]);
        if (bearer.isPresent()) {
            addTo(bearer.get(), at, 1);
            return 1;
        }
        if (!isRuled() || toPlace || (!NameWords.MOSTLY_PEOPLE.contains(words.hash[at]) && !rules.isTitled(at))) {
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
        if (!places.isPartOfName(name, at, length, capitals)) {
            undecided.add(name, mention(at, length), at);
        }
        return length;
    }

    private int takeUnknown(int at) {
        if (isRuled() && words.isUpper(at)) {
            int person = rules.person(at);
            if (person == 1 && named.isShortName(words.hash[at])) {
                named.bearer(words.hash[at]).ifPresent(bearer -> addTo(bearer, at, 1));
                return 1;
            }
            if (person > 0) {
                addPerson(rules.isRoyal(at) ? at - 1 : at, at, person);
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
        if (capitals == Capitals.OTHER_NAMES && words.isUpper(at)) {
            int person = rules.personByGivenName(at);
            if (person > 0) {
                addPerson(at, at, person);
                return person;
            }
        }
        if (words.isUpper(at)) {
            shortName(at).ifPresent(bearer -> addTo(bearer, at, 1));
        }
        return 1;
    }

    private Optional<Tally> shortName(int at) {
        boolean shouted = words.shouted[at] != 0 && !named.isShortName(words.hash[at]);
        return named.bearer(shouted ? words.shouted[at] : words.hash[at]);
    }

    private boolean isState(int at) {
        int length = names.getFirst().longest(words, at);
        return length > 0 && names.getFirst().meaning(words, at, length) instanceof Known known
                && known.kind() == EntityKind.PLACE && known.form() != Form.DEMONYM && known.id().indexOf(':') < 0;
    }

    private void addPerson(int from, int at, int length) {
        int count = at + length - from;
        addNamed(EntityKind.PERSON, from, count)
                .ifPresent(tally -> named.call(tally, words.hash[at + length - 1]));
    }

    private void addOrganisation(int at, int length) {
        Optional<Tally> tally = addNamed(EntityKind.ORGANISATION, at, length);
        int acronym = rules.acronymBehind(at + length, text);
        if (acronym > 0 && !named.isShortName(words.hash[acronym])) {
            tally.ifPresent(organisation -> named.call(organisation, words.hash[acronym]));
        }
    }

    private Optional<Tally> addNamed(EntityKind kind, int at, int length) {
        Optional<Tally> tally = named.of(words.text(at, at + length), kind);
        tally.ifPresent(found -> addTo(found, at, length));
        return tally;
    }

    private void add(Known known, int at, int length) {
        named.of(known).ifPresent(tally -> tally.add(mention(at, length), known.form()));
    }

    private void addTo(Tally tally, int at, int length) {
        tally.add(mention(at, length), Form.NAME);
    }

    private Mention mention(int at, int length) {
        return new Mention(part, words.start[at], words.end[at + length - 1]);
    }
}
