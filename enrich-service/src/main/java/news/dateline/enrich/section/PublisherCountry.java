package news.dateline.enrich.section;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.CountryDomain;
import news.dateline.enrich.bundled.BundledLines;

/** The country that a publisher writes for, told by its site: by name where known, else by its country's domain. */
public final class PublisherCountry {
    private static final String BUNDLED = "/sections/publisher-countries.tsv";
    private static final Map<String, String> COUNTRY_BY_SITE = read();

    private PublisherCountry() {
    }

    /** The ISO 3166-1 code for the publisher of an address; empty where it is not known. */
    public static Optional<String> ofUrl(String url) {
        return ofHost(PublisherSite.host(url));
    }

    static Optional<String> ofHost(String host) {
        String site = host.toLowerCase(Locale.ROOT);
        while (true) {
            String country = COUNTRY_BY_SITE.get(site);
            if (country != null) {
                return Optional.of(country);
            }
            int dot = site.indexOf('.');
            if (dot < 0) {
                break;
            }
            site = site.substring(dot + 1);
        }
        return CountryDomain.ofHost(host);
    }

    private static Map<String, String> read() {
        Map<String, String> countries = new HashMap<>();
        BundledLines.of(BUNDLED).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                .forEach(columns -> {
                    for (String site : columns[1].split("\\|", -1)) {
                        countries.put(site, columns[0]);
                    }
                });
        return Map.copyOf(countries);
    }
}
