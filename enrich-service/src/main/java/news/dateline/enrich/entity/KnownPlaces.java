package news.dateline.enrich.entity;

import java.util.Map;
import news.dateline.contract.EntityKind;

/** Asks the gazetteer about single names. */
public final class KnownPlaces {
    private KnownPlaces() {
    }

    /** Whether a whole name, in capitals or not, is mostly that of a city, a state or a country. */
    public static boolean contains(String name) {
        NameTrie names = Gazetteer.shared().english();
        Words words = Words.of(name);
        if (words.size() == 0 || names.longest(words, 0) != words.size()) {
            return false;
        }
        return switch (names.meaning(words, 0, words.size())) {
            case Meaning.Known known -> isPlace(known) && known.form() != Meaning.Form.DEMONYM
                    && known.form() != Meaning.Form.ABBREVIATION;
            case Meaning.Ambiguous ambiguous -> ambiguous.senses().stream().filter(Meaning.Sense::usual)
                    .flatMap(sense -> sense.known().stream()).anyMatch(KnownPlaces::isPlace);
            case Meaning.Nothing nothing -> false;
        };
    }

    /** The English names that tell of one country: its own, its people's, its places', leaders' and institutions'. */
    public static Map<String, String> countryByName() {
        return Gazetteer.shared().countryByName();
    }

    private static boolean isPlace(Meaning.Known known) {
        return known.kind() == EntityKind.PLACE;
    }
}
