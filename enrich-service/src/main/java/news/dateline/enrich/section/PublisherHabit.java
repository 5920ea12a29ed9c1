package news.dateline.enrich.section;

import java.util.Objects;

/**
 * How one publisher files differently from the others: what its name adds to the log odds of each section.
 *
 * <p>One publisher has a Science section and another files telescopes under World. That depends on what an article is
 * about, so a habit is a correction of its own: a constant, the margins of all sections, words, and the publisher's
 * furniture, such as the names of its series.
 *
 * @param publisher its registered domain
 * @param constants for each section
 * @param ofMargins for each section, what the margin of each section counts
 * @param scales for each section, what one step of its quantised weights is worth
 * @param features numbers of the model's features that count, ascending
 * @param weights a row of one weight for each section, feature after feature
 * @param furniture hashes of what the publisher repeats word for word, ascending
 * @param ofFurniture what each adds to the log odds of each section
 */
record PublisherHabit(String publisher, float[] constants, float[] ofMargins, float[] scales, int[] features,
        byte[] weights, int[] furniture, float[] ofFurniture) {
    PublisherHabit {
        Objects.requireNonNull(publisher, "publisher");
        int sections = constants.length;
        if (ofMargins.length != sections * sections || scales.length != sections
                || weights.length != features.length * sections || ofFurniture.length != furniture.length * sections) {
            throw new IllegalArgumentException("a publisher's habit does not fit the sections");
        }
    }
}
