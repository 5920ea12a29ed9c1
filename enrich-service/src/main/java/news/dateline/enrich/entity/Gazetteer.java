package news.dateline.enrich.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import news.dateline.contract.EntityKind;
import news.dateline.enrich.entity.GazetteerFiles.Row;
import news.dateline.enrich.entity.Meaning.Ambiguous;
import news.dateline.enrich.entity.Meaning.Form;
import news.dateline.enrich.entity.Meaning.Known;
import news.dateline.enrich.entity.Meaning.Sense;

/**
 * The names of all known people, organisations and places, with what they mean. Countries come from the JDK's locale
 * data, in the article's own language; the rest is in fact files. Loaded once, shared by all threads.
 */
final class Gazetteer {
    /** What the JDK writes for people who choose from a list, not for a text: "Myanmar (Burma)". */
    private static final Pattern NO_NAME = Pattern.compile(".*(?:[(&]| - | SAR ).*");

    /** Islands whose English names are words, and "Jersey", which is mostly New. */
    private static final Set<String> NOT_BY_NAME = Set.of("JE", "IO", "UM", "TF", "BV", "HM", "AQ");
    private static final int SHORTEST_FOREIGN_NAME = 4;

    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    private final NameTrie english = new NameTrie();
    private final NameTrie anyLanguage = new NameTrie();
    private final Map<String, Known> byId = new HashMap<>();
    private final Map<String, NameTrie> countriesIn = new ConcurrentHashMap<>();
    private final List<Ambiguous> ambiguous = new ArrayList<>();
    private final Map<String, String> countryByName = new TreeMap<>();

    private Gazetteer() {
        byId.put("BR:amazonia", new Known("Amazon rainforest", EntityKind.PLACE, "BR:amazonia", "BR", Form.NAME));
        readCountries();
        readStates();
        readCities();
        readPeople();
        readOrganisations();
        readOtherLanguages();
        readPhrases();
        readAmbiguous();
    }

    static Gazetteer shared() {
        return Loaded.GAZETTEER;
    }

    /** All names as English writes them. */
    NameTrie english() {
        return english;
    }

    /** The names that are the same in most languages: of people, of capitals and other cities. */
    NameTrie anyLanguage() {
        return anyLanguage;
    }

    /** The countries as the JDK calls them in another language. */
    NameTrie countriesIn(String language) {
        return countriesIn.computeIfAbsent(language, this::readCountriesIn);
    }

    /** The names of English that tell of one country, with its ISO 3166-1 code. */
    Map<String, String> countryByName() {
        return Collections.unmodifiableMap(countryByName);
    }

    List<Ambiguous> ambiguous() {
        return List.copyOf(ambiguous);
    }

    private void readCountries() {
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            if (!NOT_BY_NAME.contains(code)) {
                addCountry(code, NO_NAME.matcher(name).matches() ? plain(name) : name);
            }
        }
        for (Row row : GazetteerFiles.rows("countries.tsv")) {
            String code = row.text(0);
            for (String name : row.names(1)) {
                if (name.startsWith("=")) {
                    addCountry(code, name.substring(1));
                }
            }
            Known country = byId.get(code);
            row.names(1).forEach(name -> put(name.startsWith("=") ? name.substring(1) : name, country));
            row.names(2).forEach(name -> put(name, country.as(Form.DEMONYM)));
            row.names(3).forEach(name -> city(name, code, code, true));
        }
    }

    private static String plain(String name) {
        String first = name.replaceFirst(" ?[(].*$| - .*$| SAR .*$", "").replace("&", "and");
        return first.isBlank() ? name : first;
    }

    private void addCountry(String code, String name) {
        Known country = new Known(name, EntityKind.PLACE, code, code, Form.NAME);
        byId.put(code, country);
        put(name, country);
    }

    private void readStates() {
        for (Row row : GazetteerFiles.rows("us-states.tsv")) {
            Known state = new Known(row.names(1).getFirst(), EntityKind.PLACE, row.text(0), "US", Form.NAME);
            byId.put(row.text(0), state);
            row.names(1).forEach(name -> put(name, state));
            if (english.get(row.text(2)).isEmpty()) {
                english.put(row.text(2), state.as(Form.ABBREVIATION));
            }
        }
        byId.put("US-GA", new Known("Georgia", EntityKind.PLACE, "US-GA", "US", Form.NAME));
        english.put("Ga", byId.get("US-GA").as(Form.ABBREVIATION));
    }

    private void readCities() {
        for (Row row : GazetteerFiles.rows("cities.tsv")) {
            row.names(1).forEach(name -> city(name, row.text(0), row.text(0).substring(0, 2), false));
        }
    }

    /** "Kyiv=Kiev" is one city, "Arlington, Texas" is called Arlington. */
    private void city(String names, String within, String country, boolean capital) {
        List<String> all = List.of(names.split("=", -1));
        String shown = all.getFirst();
        String plain = shown.indexOf(',') < 0 ? shown : shown.substring(0, shown.indexOf(','));
        Known city = new Known(plain, EntityKind.PLACE, within + ":" + slug(plain), country, Form.NAME);
        byId.putIfAbsent(city.id(), city);
        for (String name : all) {
            put(name, city);
            if (capital || plain.length() > SHORTEST_FOREIGN_NAME) {
                putElsewhere(name, city);
            }
        }
    }

    private void readPeople() {
        for (Row row : GazetteerFiles.rows("us-congress.tsv")) {
            person("bioguide:" + row.text(0), row.names(1), "US");
        }
        for (Row row : GazetteerFiles.rows("people.tsv")) {
            person("person:" + row.text(0), row.names(2), row.text(1));
        }
    }

    private void person(String id, List<String> names, String country) {
        Known person = new Known(names.getFirst(), EntityKind.PERSON, id, country, Form.NAME);
        byId.put(id, person);
        for (String name : names) {
            String plain = name.startsWith("*") ? name.substring(1) : name;
            putEnglish(plain, person);
            putElsewhere(plain, person);
        }
    }

    private void readOrganisations() {
        for (Row row : GazetteerFiles.rows("us-companies.tsv")) {
            organisation(row.names(1), "cik:" + row.text(0), "");
        }
        for (Row row : GazetteerFiles.rows("organisations.tsv")) {
            organisation(row.names(2), "org:" + row.text(0), row.text(1));
        }
        GazetteerFiles.lines("teams.txt").forEach(team -> organisation(List.of(team), "org:" + slug(team), ""));
    }

    private void organisation(List<String> names, String id, String country) {
        String shown = names.getFirst();
        Known organisation = new Known(shown.startsWith("~") ? shown.substring(1) : shown, EntityKind.ORGANISATION, id,
                country, Form.NAME);
        byId.put(id, organisation);
        names.stream().filter(name -> !name.startsWith("~")).forEach(name -> {
            putEnglish(name, name.endsWith("'s") ? organisation.as(Form.POSSESSIVE) : organisation);
            if (!country.isEmpty()) {
                putElsewhere(name, organisation);
            }
        });
    }

    private void readOtherLanguages() {
        for (Row row : GazetteerFiles.rows("other-languages.tsv")) {
            Known known = place(row.names(1).getFirst(), row.text(0));
            row.names(1).forEach(name -> putElsewhere(name, known));
        }
    }

    private void putElsewhere(String name, Known known) {
        RussianCases.of(name).forEach(form -> anyLanguage.put(form, known));
    }

    private void readPhrases() {
        for (Row row : GazetteerFiles.rows("phrases.tsv")) {
            Meaning meaning = row.text(0).equals("-") ? new Meaning.Nothing() : find(row.text(0));
            row.names(1).forEach(phrase -> {
                english.put(phrase, meaning);
                countryByName.remove(phrase);
            });
        }
    }

    private void readAmbiguous() {
        Map<String, List<Sense>> senses = new TreeMap<>();
        for (Row row : GazetteerFiles.rows("ambiguous.tsv")) {
            String name = row.text(0);
            Optional<Known> known = row.text(1).equals("-") ? Optional.empty() : Optional.of(place(name, row.text(1)));
            senses.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(new Sense(known, row.text(2).equals("="), row.names(3)));
        }
        senses.forEach((name, all) -> {
            Ambiguous meaning = new Ambiguous(name, all);
            ambiguous.add(meaning);
            english.put(name, meaning);
            countryByName.remove(name);
            anyLanguage.put(name, meaning);
        });
    }

    /** What an id names; a city that only this name has is added. */
    private Known place(String name, String id) {
        int city = id.indexOf(':');
        if (city == 2 || city == 5) {
            return byId.computeIfAbsent(id,
                    added -> new Known(name, EntityKind.PLACE, added, added.substring(0, 2), Form.NAME));
        }
        return find(id);
    }

    private Known find(String id) {
        Known known = byId.get(id);
        if (known == null) {
            throw new IllegalStateException("the gazetteer has nothing with the id " + id);
        }
        return known;
    }

    private void put(String name, Known place) {
        boolean given = name.indexOf(' ') < 0 && place.form() == Form.NAME
                && NameWords.GIVEN_NAMES.contains(Words.hash(name));
        putEnglish(name, given ? place.as(Form.GIVEN_NAME) : place);
    }

    private void putEnglish(String name, Known known) {
        english.put(name, known);
        if (known.country().isEmpty()) {
            countryByName.remove(name);
        } else {
            countryByName.put(name, known.country());
        }
    }

    private NameTrie readCountriesIn(String language) {
        NameTrie names = new NameTrie();
        Locale locale = Locale.forLanguageTag(language);
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(locale);
            if (byId.containsKey(code) && !NO_NAME.matcher(name).matches() && isLongEnough(name)
                    && english.get(name).filter(Ambiguous.class::isInstance).isEmpty()) {
                RussianCases.of(name).forEach(form -> names.put(form, byId.get(code)));
            }
        }
        return names;
    }

    private static boolean isLongEnough(String name) {
        return name.length() >= SHORTEST_FOREIGN_NAME || !Character.isUpperCase(name.charAt(0));
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String joined = NO_SLUG.matcher(plain).replaceAll("-");
        return joined.startsWith("-") ? joined.substring(1) : joined;
    }

    private static final class Loaded {
        static final Gazetteer GAZETTEER = new Gazetteer();
    }
}
