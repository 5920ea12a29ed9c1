package news.dateline.enrich.section;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a publisher's section from the address of an article, to learn from; articles are never labelled by it.
 *
 * <p>The labels are named as {@link SectionNames#PUBLISHER_SECTIONS} has them. What a publisher means by other words of
 * its addresses (video, coronavirus, life) is not guessed.
 */
final class AddressSections {
    private static final Map<String, String> LABEL_BY_WORD = new HashMap<>();
    private static final int DEEPEST = 4;

    static {
        put("Sports", "sport", "sports", "football", "cricket", "nfl", "nba", "mlb", "nhl", "nrl", "afl", "rugby",
                "rugby-union", "rugby-league", "tennis", "golf", "boxing", "mma", "f1", "formula1", "formula-1",
                "hockey", "soccer", "transfer-news", "football-news", "wwe", "ufc", "motorsport", "racing");
        put("Entertainment", "entertainment", "celebrity-news", "celebrity", "celebrities", "celebs", "showbiz",
                "tvshowbiz", "tvandshowbiz", "tv-and-showbiz", "movies", "bollywood", "hollywood", "music", "tv",
                "television", "tv-news", "film", "entertainment-arts", "arts-entertainment", "arts", "3am",
                "celebs-tv", "tv-radio", "news-gossip", "celebrity-life", "showbiz-tv", "whats-on");
        put("Politics", "politics", "elections", "election-2020", "uk-politics", "us-politics", "congress");
        put("Business", "business", "business-news", "money", "finance", "markets", "economy", "companies",
                "personal-finance", "investing");
        put("Technology", "tech", "technology", "technology-news", "tech-news", "gadgets", "gadgets-news", "mobiles");
        put("Science", "science", "space", "science-news", "science-environment", "astronomy");
        put("Health", "health", "health-news", "wellness", "health-fitness", "health-and-fitness", "medical");
        put("World", "world", "world-news", "worldnews", "international", "middle-east", "asia", "asia-pacific",
                "asiapacific", "europe", "africa", "americas");
        put("Domestic", "uk-news", "us-news", "india-news", "india", "nation", "national", "local", "us", "uk",
                "crime", "cities", "uknews", "local-news");
    }

    private AddressSections() {
    }

    /** The label of the first folder (or of the subdomain) that names a section. */
    static Optional<String> label(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null || uri.getPath() == null) {
            return Optional.empty();
        }
        String[] host = uri.getHost().toLowerCase(Locale.ROOT).split("\\.", 0);
        if (host.length > 2 && LABEL_BY_WORD.containsKey(host[0])) {
            return Optional.of(LABEL_BY_WORD.get(host[0]));
        }
        List<String> folders = List.of(uri.getPath().toLowerCase(Locale.ROOT).split("/", 0));
        return folders.stream().limit(Math.min(DEEPEST + 1, Math.max(0, folders.size() - 1)))
                .filter(LABEL_BY_WORD::containsKey).map(LABEL_BY_WORD::get).findFirst();
    }

    /** The sections that a word names when it is a publisher's own name for one. */
    static Set<String> sectionsOf(String word) {
        String label = LABEL_BY_WORD.get(word);
        return label == null ? Set.of() : SectionNames.PUBLISHER_SECTIONS.get(label).sections();
    }

    private static void put(String label, String... words) {
        for (String word : words) {
            LABEL_BY_WORD.put(word, label);
        }
    }
}
