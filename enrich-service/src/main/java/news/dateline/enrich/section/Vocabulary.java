package news.dateline.enrich.section;

import java.util.Arrays;

/**
 * The n-grams a model keeps: those that more than one publisher uses, the most widespread first.
 *
 * <p>What only one publisher writes (its names, its columns, its furniture) helps on that publisher alone.
 */
final class Vocabulary {
    /**
     * Rare n-grams count for more than their inverse document frequency: what a story is about stands in few words.
     *
     * <p>Only the ratio of two n-grams matters, so that this unit keeps all within one byte.
     */
    private static final double RARITY = 1.5;
    private static final double RARITY_UNIT = 0.375;

    private final int[] featureOfTerm;
    private final int[] hashes;
    private final byte[] idfs;

    private Vocabulary(int[] featureOfTerm, int[] hashes, byte[] idfs) {
        this.featureOfTerm = featureOfTerm;
        this.hashes = hashes;
        this.idfs = idfs;
    }

    static Vocabulary choose(HashedArticles corpus, int[] rows, int mostFeatures) {
        int[] articles = new int[corpus.hashes().length];
        boolean[] shared = sharedTerms(corpus, rows, articles);
        int[] ranked = new int[shared.length];
        int candidates = 0;
        for (int term = 0; term < shared.length; term++) {
            if (shared[term]) {
                ranked[candidates++] = articles[term];
            }
        }
        Arrays.sort(ranked, 0, candidates);
        int fewest = candidates > mostFeatures ? ranked[candidates - mostFeatures] + 1 : 1;
        int[] featureOfTerm = new int[shared.length];
        int[] hashes = new int[candidates];
        byte[] idfs = new byte[candidates];
        int size = 0;
        for (int term = 0; term < shared.length; term++) {
            featureOfTerm[term] = -1;
            if (shared[term] && articles[term] >= fewest) {
                double idf = RARITY_UNIT
                        * Math.pow(1 + Math.log((rows.length + 1.0) / (articles[term] + 1)), RARITY);
                featureOfTerm[term] = size;
                hashes[size] = corpus.hashes()[term];
                idfs[size++] = (byte) Math.min(255, Math.round(idf / SectionWeights.IDF_STEP));
            }
        }
        return new Vocabulary(featureOfTerm, Arrays.copyOf(hashes, size), Arrays.copyOf(idfs, size));
    }

    /** Marks the terms of two or more publishers (of one, where there is but one), and counts their articles. */
    private static boolean[] sharedTerms(HashedArticles corpus, int[] rows, int[] articles) {
        int[] firstPublisher = new int[articles.length];
        boolean[] shared = new boolean[articles.length];
        boolean onePublisher = Arrays.stream(rows).map(corpus::publisher).distinct().count() < 2;
        for (int row : rows) {
            for (int term : corpus.terms(row)) {
                if (articles[term]++ == 0) {
                    firstPublisher[term] = corpus.publisher(row);
                    shared[term] = onePublisher;
                } else if (firstPublisher[term] != corpus.publisher(row)) {
                    shared[term] = true;
                }
            }
        }
        return shared;
    }

    int size() {
        return hashes.length;
    }

    /** The term's feature number, or -1 where it is not kept. */
    int feature(int term) {
        return featureOfTerm[term];
    }

    float idf(int feature) {
        return (idfs[feature] & 0xff) * SectionWeights.IDF_STEP;
    }

    SectionWeights weights(byte[] weights) {
        return new SectionWeights(hashes, idfs, weights);
    }
}
