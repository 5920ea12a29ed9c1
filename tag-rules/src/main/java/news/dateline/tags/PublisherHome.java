package news.dateline.tags;

import java.util.Locale;
import news.dateline.contract.CountryDomain;

/** Where a publisher is at home, by the country at the end of its host's name: {@code abc.net.au}, {@code lemonde.fr}. */
final class PublisherHome {
    private static final String BEFORE_HOST = "://";

    private PublisherHome() {
    }

    /** Code of the country as {@code place:} in a rule has it; empty where the address tells none. */
    static String of(String address) {
        int scheme = address.indexOf(BEFORE_HOST);
        if (scheme < 0) {
            return "";
        }
        int end = scheme + BEFORE_HOST.length();
        while (end < address.length() && isOfHost(address.charAt(end))) {
            end++;
        }
        return CountryDomain.ofHost(address.substring(scheme + BEFORE_HOST.length(), end))
                .map(code -> code.toLowerCase(Locale.ROOT)).orElse("");
    }

    private static boolean isOfHost(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }
}
