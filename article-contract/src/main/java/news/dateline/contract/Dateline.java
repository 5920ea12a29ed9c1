package news.dateline.contract;

import java.util.Optional;

/**
 * Where and when a report was filed, as it stood before its first sentence: "KYIV, March 3 (Reuters) -".
 *
 * @param place  as it was written
 * @param id     the gazetteer's id of the place, an ISO 3166 code for a country
 * @param date   as it was written, mostly month and day
 * @param agency who filed it
 */
public record Dateline(Optional<String> place, Optional<String> id, Optional<String> date, Optional<String> agency) {
    public Dateline {
        place = Absent.value(place);
        id = Absent.value(id);
        date = Absent.value(date);
        agency = Absent.value(agency);
    }
}
