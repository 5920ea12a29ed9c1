package news.dateline.enrich.section;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.CountryDomain;

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
        try (InputStream file = PublisherCountry.class.getResourceAsStream(BUNDLED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    for (String site : columns[1].split("\\|", -1)) {
                        countries.put(site, columns[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled table of publishers cannot be read", e);
        }
        return Map.copyOf(countries);
    }
}
