package news.dateline.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The country whose domain a host's name ends with. */
public final class CountryDomain {
    /** Those that are sold to everybody. */
    private static final Set<String> SOLD = Set.of("AI", "CC", "CO", "FM", "GG", "IO", "LY", "ME", "TK", "TO", "TV",
            "WS");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CountryDomain() {
    }

    /** Its ISO 3166-1 code; empty where the domain is no country's, or sold to everybody. */
    public static Optional<String> ofHost(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String country = last.equals("UK") ? "GB" : last;
        return host.indexOf('.') >= 0 && COUNTRIES.contains(country) && !SOLD.contains(country)
                ? Optional.of(country)
                : Optional.empty();
    }
}
