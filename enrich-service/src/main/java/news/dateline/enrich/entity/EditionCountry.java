package news.dateline.enrich.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.MainPlace;

/**
 * The country that an edition is made for, and whether an article is about abroad from there.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record EditionCountry(String code) {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** Where fewer names than that tell a country, nothing is said. */
    private static final double LEAST_EVIDENCE = 2.5;

    /** Of all that tells a country; the rest may be home: its ministers travel, its people are abroad. */
    private static final double MOSTLY = 0.7;

    /** Islands and the like that an edition of the country takes for home. */
    private static final Map<String, String> HOME_OF = Map.of("PR", "US", "GU", "US", "VI", "US", "AS", "US", "MP",
            "US",
            "JE", "GB", "GG", "GB", "IM", "GB", "GI", "GB");

    /** "uk" is no code of ISO 3166, and these are mostly used for other things than their countries. */
    private static final Set<String> NO_COUNTRY_DOMAINS = Set.of("io", "ai", "co", "me", "tv", "cc", "ly", "fm", "am",
            "to",
            "gg", "sh", "la", "vc", "ac", "im", "is", "eu", "ws", "nu", "st", "gl", "ms", "bz", "so", "sc", "ag");

    private static final Map<String, String> PUBLISHERS = publishers();

    public EditionCountry {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("'" + code + "' is no ISO 3166-1 alpha-2 code of a country");
        }
    }

    /** The country of a publisher, by the address of its site or of an article; empty where it is not known. */
    public static Optional<EditionCountry> ofPublisher(String url) {
        String host = host(url);
        for (String domain = host; domain.indexOf('.') > 0; domain = domain.substring(domain.indexOf('.') + 1)) {
            String country = PUBLISHERS.get(domain);
            if (country != null) {
                return Optional.of(new EditionCountry(country));
            }
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        String code = last.equals("uk") ? "GB" : last.toUpperCase(Locale.ROOT);
        return last.length() == 2 && !NO_COUNTRY_DOMAINS.contains(last) && CODES.contains(code)
                ? Optional.of(new EditionCountry(code))
                : Optional.empty();
    }

    /** The share of all that tells a country which tells another one; 0 where too little tells any. */
    public double shareAbroad(NamedEntities named) {
        if (named.evidence() < LEAST_EVIDENCE) {
            return 0;
        }
        return named.places().stream().filter(place -> !isHome(place.country())).mapToDouble(MainPlace::share).sum();
    }

    /** Whether an article is mostly about abroad. */
    public boolean isMostlyAbroad(NamedEntities named) {
        return shareAbroad(named) >= MOSTLY;
    }

    /** Whether an article tells this country and hardly another. */
    public boolean isAtHome(NamedEntities named) {
        return named.evidence() >= LEAST_EVIDENCE && shareAbroad(named) <= 1 - MOSTLY;
    }

    private boolean isHome(String country) {
        return country.equals(code) || code.equals(HOME_OF.get(country));
    }

    private static String host(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> publishers() {
        Map<String, String> countries = new HashMap<>();
        GazetteerFiles.rows("publishers.tsv").forEach(row -> row.names(1).forEach(
                domain -> countries.put(domain, row.text(0))));
        return Map.copyOf(countries);
    }
}
