package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An article whose sections are known, to train and to measure with.
 *
 * @param collection where the label comes from; a collection says nothing about sections that it never gives
 * @param publisher who published it; articles of one publisher are never on both sides of a measurement
 * @param publishedAt ISO 8601, or empty where the collection has no time
 * @param headline the headline without the publisher's name
 * @param body the text, empty where only the headline is known
 * @param sections sections known to be right
 * @param unknown sections about which the label says nothing; all others are known to be wrong
 * @param furniture what was cut out of the text, by {@link Furniture#key}
 */
public record LabelledArticle(
        String collection,
        String publisher,
        String publishedAt,
        String headline,
        String body,
        Set<String> sections,
        Set<String> unknown,
        Set<String> furniture) {

    public LabelledArticle {
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(body, "body");
        sections = Collections.unmodifiableSet(new TreeSet<>(sections));
        unknown = Collections.unmodifiableSet(new TreeSet<>(unknown));
        furniture = Collections.unmodifiableSet(new TreeSet<>(furniture));
    }

    /** An article of which nothing was cut out. */
    public LabelledArticle(String collection, String publisher, String publishedAt, String headline, String body,
            Set<String> sections, Set<String> unknown) {
        this(collection, publisher, publishedAt, headline, body, sections, unknown, Set.of());
    }

    /** The country that its publisher writes for. */
    Optional<String> edition() {
        return PublisherCountry.ofHost(publisher);
    }

    /** What is known of it beside its text, but for its label: what a publisher declares is what is learned here. */
    Provenance provenance() {
        List<String> received = new ArrayList<>(furniture);
        received.add(headline);
        received.add(body);
        return new Provenance(edition(), Optional.of(publisher), List.of(), received);
    }

    LabelledArticle withText(String newHeadline, String newBody, Set<String> newFurniture) {
        return new LabelledArticle(collection, publisher, publishedAt, newHeadline, newBody, sections, unknown,
                newFurniture);
    }
}
