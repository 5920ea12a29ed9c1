package news.dateline.enrich.section;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an article beside its text: evidence for its sections, never the only ground.
 *
 * @param edition ISO 3166-1 code of the country that is home, for which other countries are the World
 * @param publisher host of the site that published it
 * @param declared the publisher's own section names and keywords
 * @param received its texts with all that was cut off since; empty where nothing is known to have been
 */
public record Provenance(Optional<String> edition, Optional<String> publisher, List<String> declared,
        List<String> received) {
    public static final Provenance UNKNOWN = new Provenance(Optional.empty(), Optional.empty(), List.of(),
            List.of());

    public Provenance {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(publisher, "publisher");
        declared = List.copyOf(declared);
        received = List.copyOf(received);
    }

    /** An article of which only the country of its edition is known. */
    public static Provenance ofEdition(String country) {
        return new Provenance(Optional.of(country), Optional.empty(), List.of(), List.of());
    }
}
