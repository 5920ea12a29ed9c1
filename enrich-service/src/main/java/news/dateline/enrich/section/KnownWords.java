package news.dateline.enrich.section;

import java.util.Arrays;

/** The features of one article that a model knows, each once, with its value and where it stands first. */
final class KnownWords {
    private int[] features = new int[1024];
    private int[] positions = new int[1024];
    private float[] values = new float[1024];
    private int size;
    private float unit;

    void clear() {
        size = 0;
        unit = 0;
    }

    /** Adds a feature found at the hasher's position. */
    void add(int feature, int position) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        features[size] = feature;
        positions[size++] = position;
    }

    int size() {
        return size;
    }

    int feature(int i) {
        return features[i];
    }

    int position(int i) {
        return positions[i];
    }

    float value(int i) {
        return values[i];
    }

    void value(int i, float value) {
        values[i] = value;
    }

    /** What each value is multiplied by, so that their squares sum to 1. */
    float unit() {
        return unit;
    }

    void unit(float newUnit) {
        unit = newUnit;
    }
}
