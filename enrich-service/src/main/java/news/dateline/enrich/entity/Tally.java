package news.dateline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Entity;
import news.dateline.contract.EntityKind;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;
import news.dateline.enrich.entity.Meaning.Form;
import news.dateline.enrich.entity.Meaning.Known;

/** How often one entity has been named so far, and where. */
final class Tally {
    private static final int MOST_MENTIONS = 5;

    private static final double DEMONYM = 0.5;
    private static final double LEADER = 0.5;
    private static final double ORGANISATION = 0.3;

    /** A headline says what an article is about, so a name in it tells as much as two in the text. */
    private static final double IN_HEADLINE = 2;

    private final Optional<Known> known;
    private final EntityKind kind;
    private final List<Mention> mentions = new ArrayList<>(2);
    private final String name;
    private int count;
    private double weight;

    Tally(Known known) {
        this.known = Optional.of(known);
        this.kind = known.kind();
        this.name = known.name();
    }

    Tally(String name, EntityKind kind) {
        this.known = Optional.empty();
        this.kind = kind;
        this.name = name;
    }

    void add(Mention mention, Form form) {
        boolean headline = mention.in() == TextPart.HEADLINE;
        count++;
        weight += (headline ? IN_HEADLINE : 1) * (form == Form.DEMONYM ? DEMONYM : 1);
        if (mentions.size() == MOST_MENTIONS && headline) {
            // The headline is read last, and stands first.
            mentions.removeLast();
        }
        if (mentions.size() < MOST_MENTIONS) {
            mentions.add(mention);
        }
    }

    Entity entity() {
        mentions.sort(Comparator.comparing(Mention::in).thenComparingInt(Mention::start));
        return new Entity(name, kind, known.map(Known::id), known.map(Known::country).filter(code -> !code.isEmpty()),
                count,
                mentions);
    }

    int count() {
        return count;
    }

    EntityKind kind() {
        return kind;
    }

    Optional<Known> known() {
        return known;
    }

    /** The country that it tells of; empty where none. */
    String country() {
        return known.map(Known::country).orElse("");
    }

    double weight() {
        return weight * switch (kind) {
            case PLACE -> 1;
            case PERSON -> LEADER;
            case ORGANISATION -> ORGANISATION;
        };
    }
}
