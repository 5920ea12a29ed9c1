package news.dateline.enrich.section;

/** What each trait of {@link Abroad} adds to the margin of each section, and the names by which it is found. */
final class AbroadWeights {
    private final PlaceNames names;
    private final float[] weights;
    private final int sections;

    /**
     * @param weights a row of one weight for each section, trait after trait
     */
    AbroadWeights(PlaceNames names, float[] weights) {
        if (weights.length == 0 || weights.length % Abroad.TRAITS != 0) {
            throw new IllegalArgumentException("traits and their weights do not fit each other");
        }
        this.names = names;
        this.weights = weights;
        this.sections = weights.length / Abroad.TRAITS;
    }

    PlaceNames names() {
        return names;
    }

    float[] weights() {
        return weights;
    }

    int sections() {
        return sections;
    }

    /** What the article's traits add to the margin of a section. */
    float margin(Abroad article, int section) {
        float sum = 0;
        for (int i = 0; i < Abroad.OF_ARTICLE; i++) {
            sum += weights[article.trait(i) * sections + section];
        }
        return sum * Abroad.VALUE;
    }
}
