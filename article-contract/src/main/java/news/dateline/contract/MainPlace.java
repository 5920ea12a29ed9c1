package news.dateline.contract;

import java.util.Optional;

/**
 * One of the countries that an article is about, with the place in it that is named most.
 *
 * @param country ISO 3166-1 code
 * @param place   id of the most named city or state there; absent where only the country is named
 * @param share   of all that tells a country: its name, its places, people and leaders; 0 to 1
 */
public record MainPlace(String country, Optional<String> place, double share) {
    public MainPlace {
        country = Absent.requiredText(country, "country");
        place = Absent.value(place);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1");
        }
    }
}
