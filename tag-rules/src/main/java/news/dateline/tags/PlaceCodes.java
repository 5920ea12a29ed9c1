package news.dateline.tags;

import news.dateline.contract.Entity;
import news.dateline.contract.EntityKind;
import news.dateline.contract.Mention;

/**
 * The places that an article's entities tell of, as {@code place:} in a rule names them: ISO 3166 codes in lower case, of a country
 * ({@code fr}) and of a US state ({@code us-ga}).
 *
 * <p>A city, a region, a minister and an institution tell of their country. What a country itself is called, English has more words
 * for than mean it ("French toast"): there the rule's own words decide. And a club is called as its city is: in sport a city tells of
 * nothing.
 */
final class PlaceCodes {
    private static final String ENGLISH = "en";
    private static final char REGION = '-';
    private static final char WITHIN = ':';
    private static final String SPORT = "Sport";
    private static final char QUOTED = '«';

    private PlaceCodes() {
    }

    /** Told of each mention that tells of a place, with the code's {@link WordKey}. */
    interface Named {
        void of(long code, Mention mention);
    }

    static void of(TaggableArticle article, Named reader) {
        boolean english = article.language().equals(ENGLISH);
        boolean sport = article.sections().size() == 1 && article.sections().getFirst().equals(SPORT);
        for (Entity entity : article.entities()) {
            String country = entity.country().orElse("");
            String id = entity.id().orElse("");
            int behind = id.indexOf(WITHIN);
            boolean city = entity.kind() == EntityKind.PLACE && behind > 0;
            if (sport && city && !isLeagueNamed(article, country)) {
                continue;
            }
            if (!country.isEmpty() && !(english && id.equals(country))) {
                tell(country, entity, city, article, reader);
            }
            String region = behind < 0 ? id : id.substring(0, behind);
            if (region.length() > country.length() && region.startsWith(country)
                    && region.charAt(country.length()) == REGION) {
                tell(region, entity, city, article, reader);
            }
        }
    }

    /** "Storm back at NRL training in Melbourne": a league or a federation says that the city is meant. */
    private static boolean isLeagueNamed(TaggableArticle article, String country) {
        return article.entities().stream().anyMatch(entity -> entity.kind() == EntityKind.ORGANISATION
                && entity.country().filter(country::equals).isPresent());
    }

    /** «Барселона» is a club; where a ship or an inn is meant, it is no city either. */
    private static boolean isQuoted(TaggableArticle article, Mention mention) {
        return mention.start() > 0 && article.text(mention.in()).charAt(mention.start() - 1) == QUOTED;
    }

    private static void tell(String code, Entity entity, boolean city, TaggableArticle article, Named reader) {
        char[] letters = new char[code.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(code.charAt(i));
        }
        long key = WordKey.of(letters, letters.length);
        for (Mention mention : entity.mentions()) {
            if (mention.end() <= article.length(mention.in()) && !(city && isQuoted(article, mention))) {
                reader.of(key, mention);
            }
        }
    }
}
