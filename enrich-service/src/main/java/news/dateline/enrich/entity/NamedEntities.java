package news.dateline.enrich.entity;

import java.util.List;
import news.dateline.contract.Entity;
import news.dateline.contract.MainPlace;

/**
 * What an article names.
 *
 * @param places the main countries
 */
public record NamedEntities(List<Entity> entities, List<MainPlace> places) {
    public NamedEntities {
        entities = List.copyOf(entities);
        places = List.copyOf(places);
    }
}
