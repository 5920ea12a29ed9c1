package news.dateline.tags;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.CountryDomain;
import news.dateline.contract.Entity;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;

/**
 * Where a publisher is at home: by the country at the end of its host's name ({@code abc.net.au}, {@code lemonde.fr}), else by
 * its language, where nearly all who write it are at home in one country.
 */
final class PublisherHome {
    private static final String BEFORE_HOST = "://";
    /** What is told for its people, wherever they are. */
    private static final List<String> LIGHT = List.of("Sport", "Entertainment");
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(Map.entry("cs", "cz"), Map.entry("da", "dk"),
            Map.entry("de", "de"), Map.entry("el", "gr"), Map.entry("fi", "fi"), Map.entry("fr", "fr"),
            Map.entry("he", "il"), Map.entry("hu", "hu"), Map.entry("it", "it"), Map.entry("ja", "jp"),
            Map.entry("ko", "kr"), Map.entry("nl", "nl"), Map.entry("pl", "pl"), Map.entry("ro", "ro"),
            Map.entry("ru", "ru"), Map.entry("sv", "se"), Map.entry("tr", "tr"), Map.entry("uk", "ua"));

    private PublisherHome() {
    }

    /** Code of the country as {@code place:} in a rule has it; empty where nothing tells one. */
    static String of(TaggableArticle article) {
        return ofAddress(article.address())
                .orElseGet(() -> BY_LANGUAGE.getOrDefault(article.language(), ""));
    }

    private static Optional<String> ofAddress(String address) {
        int scheme = address.indexOf(BEFORE_HOST);
        if (scheme < 0) {
            return Optional.empty();
        }
        int end = scheme + BEFORE_HOST.length();
        while (end < address.length() && isOfHost(address.charAt(end))) {
            end++;
        }
        return CountryDomain.ofHost(address.substring(scheme + BEFORE_HOST.length(), end))
                .map(code -> code.toLowerCase(Locale.ROOT));
    }

    private static boolean isOfHost(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    /** Whether an article is domestic news as far as one can tell: neither sport nor show, and no other country in its headline. */
    static boolean isDomestic(TaggableArticle article, String home) {
        boolean light = !article.sections().isEmpty() && LIGHT.containsAll(article.sections());
        if (home.isEmpty() || light) {
            return false;
        }
        for (Entity entity : article.entities()) {
            if (tellsInHeadline(entity, home)) {
                return false;
            }
        }
        return true;
    }

    private static boolean tellsInHeadline(Entity entity, String home) {
        return entity.country().filter(country -> !country.equalsIgnoreCase(home)).isPresent()
                && entity.mentions().stream().map(Mention::in).anyMatch(TextPart.HEADLINE::equals);
    }
}
