package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Measures on what a model has not seen: publishers, a later month and whole collections held out. */
final class SectionEvaluation {
    static final String PUBLISHERS = "publishers held out";
    static final String LATER_MONTH = "later month";
    static final String COLLECTION = "collection left out";
    static final String PUBLISHER = "publisher";
    private static final int ENOUGH_OF_PUBLISHER = 400;
    /** A collection larger than this share of all articles cannot be left out: too little would be left. */
    private static final double MOST_LEFT_OUT = 0.35;

    private final List<LabelledArticle> articles;
    private final SectionTrainer trainer;
    private final SectionTrainer.TrainedSections trained;
    private final SectionLabels labels;

    SectionEvaluation(List<LabelledArticle> articles, SectionTrainer trainer,
            SectionTrainer.TrainedSections trained) {
        this.articles = articles;
        this.trainer = trainer;
        this.trained = trained;
        this.labels = trainer.labels();
    }

    /** Figures by what was held out and the collection (or publisher) measured, such as "later month: agency". */
    Map<String, SectionFigures> all() {
        Map<String, SectionFigures> figures = new LinkedHashMap<>();
        figures.putAll(publishersHeldOut());
        figures.putAll(laterMonth());
        figures.putAll(collectionsLeftOut());
        return figures;
    }

    /** Each fold is measured with calibration and thresholds of the other folds. */
    private Map<String, SectionFigures> publishersHeldOut() {
        Map<String, FigureCounter> counters = new LinkedHashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        articles.forEach(article -> sizes.merge(article.publisher(), 1, Integer::sum));
        for (int fold = 0; fold < trained.folds().count() && trained.folds().count() > 1; fold++) {
            List<SectionDefinition> sections = trained.calibrator()
                    .calibrate(trained.model(), trained.folds().outsideFold(fold)).sections();
            for (int row : trained.folds().inFold(fold)) {
                LabelledArticle article = articles.get(row);
                List<String> names = new ArrayList<>();
                names.add(PUBLISHERS + ": " + article.collection());
                if (sizes.get(article.publisher()) >= ENOUGH_OF_PUBLISHER) {
                    names.add(PUBLISHER + ": " + article.publisher());
                }
                for (String name : names) {
                    if (!article.sections().isEmpty()) {
                        counters.computeIfAbsent(name, n -> new FigureCounter(labels))
                                .add(row, measured(article), Judgement.ofText(trained.margins()[row], sections));
                    }
                }
            }
        }
        Map<String, SectionFigures> figures = new LinkedHashMap<>();
        new TreeSet<>(counters.keySet()).descendingSet()
                .forEach(name -> figures.put(name, counters.get(name).figures()));
        return figures;
    }

    private Map<String, SectionFigures> laterMonth() {
        String month = articles.stream()
                .map(LabelledArticle::publishedAt)
                .filter(at -> at.length() >= 7)
                .map(at -> at.substring(0, 7))
                .max(String::compareTo)
                .orElse("");
        int[] before = rows(i -> articles.get(i).publishedAt().compareTo(month) < 0);
        int[] after = rows(i -> articles.get(i).publishedAt().compareTo(month) >= 0);
        return month.isEmpty() || before.length < after.length / 4
                ? Map.of()
                : measure(LATER_MONTH, trainer.trainWholly(before, trained), after);
    }

    private Map<String, SectionFigures> collectionsLeftOut() {
        Map<String, SectionFigures> figures = new LinkedHashMap<>();
        for (String collection : new TreeSet<>(articles.stream().map(LabelledArticle::collection).toList())) {
            int[] left = rows(i -> articles.get(i).collection().equals(collection));
            int[] others = rows(i -> !articles.get(i).collection().equals(collection));
            if (left.length <= MOST_LEFT_OUT * articles.size()) {
                figures.putAll(measure(COLLECTION, trainer.trainOn(others, trained), left));
            }
        }
        return figures;
    }

    private Map<String, SectionFigures> measure(String what, SectionModel model, int[] test) {
        Map<String, FigureCounter> counters = new LinkedHashMap<>();
        for (int row : test) {
            LabelledArticle article = articles.get(row);
            if (!article.sections().isEmpty()) {
                counters.computeIfAbsent(what + ": " + article.collection(), n -> new FigureCounter(labels))
                        .add(row, measured(article),
                                model.judge(article.headline(), article.body(), article.provenance()));
            }
        }
        Map<String, SectionFigures> figures = new LinkedHashMap<>();
        counters.forEach((name, counter) -> figures.put(name, counter.figures()));
        return figures;
    }

    private int[] measured(LabelledArticle article) {
        return IntStream.range(0, labels.sections().size())
                .filter(s -> labels.sectionsOf(article.collection()).contains(labels.sections().get(s)))
                .toArray();
    }

    private int[] rows(IntPredicate wanted) {
        return IntStream.range(0, articles.size()).filter(wanted).toArray();
    }
}
