package news.dateline.enrich.entity;

import java.util.List;
import news.dateline.contract.Entity;
import news.dateline.contract.MainPlace;

/**
 * What an article names.
 *
 * @param places   the main countries
 * @param evidence how much speaks for countries at all, in mentions of a country's name
 */
public record NamedEntities(List<Entity> entities, List<MainPlace> places, double evidence) {
    public NamedEntities {
        entities = List.copyOf(entities);
        places = List.copyOf(places);
    }
}
