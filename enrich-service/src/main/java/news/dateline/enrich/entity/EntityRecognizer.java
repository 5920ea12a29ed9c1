package news.dateline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.Dateline;
import news.dateline.contract.Entity;
import news.dateline.contract.EntityKind;
import news.dateline.contract.MainPlace;
import news.dateline.contract.TextPart;
import news.dateline.enrich.entity.Meaning.Known;

/**
 * Finds the people, organisations and places that an article names, and links those that the gazetteer knows.
 *
 * <p>English articles are read with rules for names that no gazetteer has, Romance ones with one for people; in other
 * languages only known names count. Countries go by the names that the language has for them. Takes any text, in linear
 * time. Safe for many threads.
 */
public final class EntityRecognizer {
    private static final int MOST_GIVEN = 40;
    private static final int MOST_PLACES = 5;
    private static final double LEAST_SHARE = 0.05;

    /** A leader or an institution alone does not say where something happens. */
    private static final double LEAST_EVIDENCE = 1;
    private static final double ROUNDED = 1_000;

    private final Gazetteer gazetteer = Gazetteer.shared();
    private final ContextWords context = new ContextWords(gazetteer.ambiguous());
    private final ThreadLocal<Words> scratch = ThreadLocal.withInitial(Words::new);

    /** What an article names; the text is its body, or its summary where it has no body. */
    public NamedEntities recognize(String headline, TextPart part, String text, Optional<String> language) {
        Words words = scratch.get();
        ArticleNames article = new ArticleNames(words, namesIn(language), language.orElse(""));
        // The text first: it gives whole names, by which those in the headline are understood.
        article.read(part, text);
        article.read(TextPart.HEADLINE, headline);
        article.decide(context, headline, text);
        return new NamedEntities(entities(article), places(article));
    }

    /** The dateline with the gazetteer's id of its place. */
    public Dateline link(Dateline dateline) {
        return new Dateline(dateline.place(), dateline.place().flatMap(this::placeId), dateline.date(),
                dateline.agency());
    }

    private Optional<String> placeId(String place) {
        NamedEntities found = recognize("", TextPart.BODY, "In " + place, Optional.of(Capitals.ENGLISH));
        return found.entities().stream().filter(entity -> entity.kind() == EntityKind.PLACE)
                .min(Comparator.comparingInt(entity -> entity.mentions().getFirst().start())).flatMap(Entity::id);
    }

    private List<NameTrie> namesIn(Optional<String> language) {
        if (language.isEmpty()) {
            return List.of(gazetteer.anyLanguage());
        }
        return language.get().equals(Capitals.ENGLISH)
                ? List.of(gazetteer.english())
                : List.of(gazetteer.countriesIn(language.get()), gazetteer.anyLanguage());
    }

    private static List<Entity> entities(ArticleNames article) {
        return article.tallies().stream().sorted(Comparator.comparingInt(Tally::count).reversed()).limit(MOST_GIVEN)
                .map(Tally::entity).toList();
    }

    private static List<MainPlace> places(ArticleNames article) {
        Map<String, Double> weights = new HashMap<>();
        Map<String, Tally> mostNamed = new HashMap<>();
        double all = 0;
        for (Tally tally : article.tallies()) {
            String country = tally.country();
            if (!country.isEmpty()) {
                weights.merge(country, tally.weight(), Double::sum);
                all += tally.weight();
                if (tally.kind() == EntityKind.PLACE && !tally.known().map(Known::isCountry).orElse(true)) {
                    mostNamed.merge(country, tally, (one, other) -> other.weight() > one.weight() ? other : one);
                }
            }
        }
        List<MainPlace> places = new ArrayList<>();
        if (all < LEAST_EVIDENCE) {
            return places;
        }
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            double share = entry.getValue() / all;
            if (share >= LEAST_SHARE) {
                places.add(new MainPlace(entry.getKey(),
                        Optional.ofNullable(mostNamed.get(entry.getKey())).flatMap(Tally::known).map(Known::id),
                        Math.round(share * ROUNDED) / ROUNDED));
            }
        }
        places.sort(Comparator.comparingDouble(MainPlace::share).reversed().thenComparing(MainPlace::country));
        return places.subList(0, Math.min(MOST_PLACES, places.size()));
    }
}
