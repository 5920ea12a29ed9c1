package news.dateline.enrich.section;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The n-grams of all training articles, counted; n-grams of fewer than {@code fewest} articles are left out. */
final class HashedArticles {
    private final int[] hashes;
    private final int[][] terms;
    private final int[][] counts;
    private final int[] publishers;
    private final int[][] traits;
    private final PlaceNames placeNames;

    private HashedArticles(int[] hashes, int[][] terms, int[][] counts, int[] publishers, int[][] traits,
            PlaceNames placeNames) {
        this.hashes = hashes;
        this.terms = terms;
        this.counts = counts;
        this.publishers = publishers;
        this.traits = traits;
        this.placeNames = placeNames;
    }

    static HashedArticles of(List<LabelledArticle> articles, int fewest) {
        int[][] sorted = new int[articles.size()][];
        int[] publishers = new int[articles.size()];
        Map<String, Integer> publisherNumbers = new HashMap<>();
        NGramHasher hasher = new NGramHasher();
        long total = 0;
        for (int i = 0; i < sorted.length; i++) {
            LabelledArticle article = articles.get(i);
            publishers[i] = publisherNumbers.computeIfAbsent(article.publisher(), p -> publisherNumbers.size());
            hasher.hash(article.headline(), article.body());
            int[] all = new int[hasher.size()];
            for (int n = 0; n < all.length; n++) {
                all[n] = hasher.hashAt(n);
            }
            Arrays.sort(all);
            sorted[i] = all;
            total += all.length;
        }
        int[] hashes = frequentHashes(sorted, Math.toIntExact(total), fewest);
        int[][] terms = new int[sorted.length][];
        int[][] counts = new int[sorted.length][];
        for (int i = 0; i < sorted.length; i++) {
            count(sorted[i], hashes, i, terms, counts);
            sorted[i] = null;
        }
        PlaceNames names = PlaceNames.ofGazetteer();
        return new HashedArticles(hashes, terms, counts, publishers, traits(articles, names), names);
    }

    int size() {
        return terms.length;
    }

    /** All n-gram hashes, ascending; a term is a position in it. */
    int[] hashes() {
        return hashes;
    }

    /** The different terms of an article, ascending. */
    int[] terms(int article) {
        return terms[article];
    }

    int[] counts(int article) {
        return counts[article];
    }

    int publisher(int article) {
        return publishers[article];
    }

    /** The article's traits of {@link Abroad}; none where its publisher's country is not known. */
    int[] traits(int article) {
        return traits[article];
    }

    PlaceNames placeNames() {
        return placeNames;
    }

    private static int[][] traits(List<LabelledArticle> articles, PlaceNames names) {
        Abroad abroad = new Abroad(names);
        int[][] traits = new int[articles.size()][];
        for (int i = 0; i < traits.length; i++) {
            LabelledArticle article = articles.get(i);
            boolean any = article.edition().isPresent()
                    && abroad.read(article.headline(), article.body(), article.edition().get());
            traits[i] = any ? IntStream.range(0, Abroad.OF_ARTICLE).map(abroad::trait).toArray() : new int[0];
        }
        return traits;
    }

    private static int[] frequentHashes(int[][] sorted, int total, int fewest) {
        int[] distinct = new int[total];
        int size = 0;
        for (int[] hashes : sorted) {
            for (int n = 0; n < hashes.length; n++) {
                if (n == 0 || hashes[n] != hashes[n - 1]) {
                    distinct[size++] = hashes[n];
                }
            }
        }
        Arrays.sort(distinct, 0, size);
        int kept = 0;
        for (int from = 0; from < size;) {
            int to = from;
            while (to < size && distinct[to] == distinct[from]) {
                to++;
            }
            if (to - from >= fewest) {
                distinct[kept++] = distinct[from];
            }
            from = to;
        }
        return Arrays.copyOf(distinct, kept);
    }

    private static void count(int[] sorted, int[] hashes, int article, int[][] terms, int[][] counts) {
        int[] found = new int[sorted.length];
        int[] times = new int[sorted.length];
        int size = 0;
        for (int from = 0; from < sorted.length;) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            int term = Arrays.binarySearch(hashes, sorted[from]);
            if (term >= 0) {
                found[size] = term;
                times[size++] = to - from;
            }
            from = to;
        }
        terms[article] = Arrays.copyOf(found, size);
        counts[article] = Arrays.copyOf(times, size);
    }
}
