package news.dateline.enrich.section;

/** The features of one article that a model knows, each once: its value, and where it stands first. */
final class KnownWords {
    private final SectionWeights weights;
    /** For each feature of the model how often it was met; 0 between two articles. */
    private final int[] counts;
    private int[] features = new int[1024];
    private int[] positions = new int[1024];
    private float[] values = new float[1024];
    private int size;
    private float unit;

    KnownWords(SectionWeights weights) {
        this.weights = weights;
        counts = new int[weights.size()];
    }

    /** Replaces what is held with the n-grams of another article. */
    void read(NGramHasher ngrams) {
        if (features.length < ngrams.size()) {
            features = new int[ngrams.size() * 2];
            positions = new int[features.length];
            values = new float[features.length];
        }
        size = 0;
        for (int i = 0; i < ngrams.size(); i++) {
            int feature = weights.feature(ngrams.hashAt(i));
            if (feature >= 0 && counts[feature]++ == 0) {
                positions[size] = i;
                features[size++] = feature;
            }
        }
        float squares = 0;
        for (int i = 0; i < size; i++) {
            int feature = features[i];
            values[i] = SectionModel.termFrequency(counts[feature]) * weights.idf(feature);
            counts[feature] = 0;
            squares += values[i] * values[i];
        }
        unit = size == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    }

    int size() {
        return size;
    }

    int feature(int i) {
        return features[i];
    }

    /** The number of the n-gram by which the feature stands first. */
    int position(int i) {
        return positions[i];
    }

    /** Its frequency in the article, weighted by how rare it is elsewhere. */
    float value(int i) {
        return values[i];
    }

    /** What each value is multiplied by, so that their squares sum to 1. */
    float unit() {
        return unit;
    }
}
