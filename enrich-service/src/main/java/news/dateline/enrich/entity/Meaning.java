package news.dateline.enrich.entity;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.EntityKind;

/** What a name of the gazetteer stands for. */
sealed interface Meaning {

    /** Nothing of ours, though a name stands in it: "South American", "Indian Ocean". */
    record Nothing() implements Meaning {}

    /**
     * One entity.
     *
     * @param country the country that it tells of: its own, the one it lies in or leads; empty where none
     * @param form    how the name gives it
     */
    record Known(String name, EntityKind kind, String id, String country, Form form) implements Meaning {
        public Known {
            if (name.isBlank() || id.isBlank()) {
                throw new IllegalArgumentException("a known entity has a name and an id");
            }
        }

        Known as(Form newForm) {
            return new Known(name, kind, id, country, newForm);
        }

        boolean isCountry() {
            return kind == EntityKind.PLACE && id.equals(country);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Known known && known.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Several, or nothing: the rest of the article decides. No two have the same name. */
    record Ambiguous(String name, List<Sense> senses) implements Meaning {
        public Ambiguous {
            senses = List.copyOf(senses);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ambiguous ambiguous && ambiguous.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /**
     * One of the things that an ambiguous name may stand for.
     *
     * @param known absent where it is nothing of ours
     * @param usual whether it is meant where nothing tells otherwise
     * @param words how many words of the article speak for it is counted by {@link ContextWords}
     */
    record Sense(Optional<Known> known, boolean usual, List<String> words) {
        public Sense {
            words = List.copyOf(words);
        }
    }

    /** How a name gives its entity. */
    enum Form {
        /** By its name. */
        NAME,
        /** A place by a name that people are called as well: Sydney, Charlotte. */
        GIVEN_NAME,
        /** A country by its people: Ukrainian. */
        DEMONYM,
        /** A US state by its abbreviation, which counts behind a comma only. */
        ABBREVIATION,
        /** A company named after somebody, which counts with its "'s" only: McDonald's. */
        POSSESSIVE
    }
}
