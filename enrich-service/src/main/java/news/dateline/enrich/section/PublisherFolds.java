package news.dateline.enrich.section;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Groups of articles of about the same size; all articles of a publisher are in the same group. */
final class PublisherFolds {
    private final int[] foldOfArticle;
    private final int count;

    private PublisherFolds(int[] foldOfArticle, int count) {
        this.foldOfArticle = foldOfArticle;
        this.count = count;
    }

    /** Deals the largest publisher first, always to the smallest group. */
    static PublisherFolds of(List<LabelledArticle> articles, int most) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (LabelledArticle article : articles) {
            sizes.merge(article.publisher(), 1, Integer::sum);
        }
        int count = Math.min(most, sizes.size());
        int[] filled = new int[count];
        Map<String, Integer> foldOfPublisher = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(publisher -> {
                    int smallest = IntStream.range(0, count).boxed()
                            .min(Comparator.comparingInt(fold -> filled[fold]))
                            .orElseThrow();
                    foldOfPublisher.put(publisher.getKey(), smallest);
                    filled[smallest] += publisher.getValue();
                });
        int[] folds = articles.stream().mapToInt(a -> foldOfPublisher.get(a.publisher())).toArray();
        return new PublisherFolds(folds, count);
    }

    int count() {
        return count;
    }

    int[] inFold(int fold) {
        return IntStream.range(0, foldOfArticle.length).filter(i -> foldOfArticle[i] == fold).toArray();
    }

    int[] outsideFold(int fold) {
        return IntStream.range(0, foldOfArticle.length).filter(i -> foldOfArticle[i] != fold).toArray();
    }
}
