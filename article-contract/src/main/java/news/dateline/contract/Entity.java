package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * A person, an organisation or a place that an article names.
 *
 * @param name     the gazetteer's name; where it is not linked the name as the article first gives it in full
 * @param id       ISO 3166 code of a country or state, else the gazetteer's own; absent where it is not linked
 * @param country  ISO 3166-1 code of the country that it tells of: its own, the one it lies in, leads or acts for; absent where none
 * @param count    how often it is named, short forms included
 * @param mentions the first of those, in the order of headline and text
 */
public record Entity(String name, EntityKind kind, Optional<String> id, Optional<String> country, int count,
        List<Mention> mentions) {
    public Entity {
        name = Absent.requiredText(name, "name");
        kind = Absent.required(kind, "kind");
        id = Absent.value(id);
        country = Absent.value(country);
        Absent.atLeast(1, count, "count");
        mentions = Absent.list(mentions);
    }
}
