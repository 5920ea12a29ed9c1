package news.dateline.enrich.section;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The card that goes with a model: what it was trained on, how well it does on what it had not seen, its limits. */
final class ModelCard {
    private final StringBuilder text = new StringBuilder();

    private ModelCard() {
    }

    static String of(SectionModel model, List<LabelledArticle> articles, TrainingSettings settings,
            Map<String, SectionFigures> figures) {
        ModelCard card = new ModelCard();
        card.introduction(model, settings);
        card.data(articles);
        card.habits(model);
        card.figures(model, figures);
        card.limits();
        return card.text.toString();
    }

    private void introduction(SectionModel model, TrainingSettings settings) {
        line("# Section model `%s`", model.version());
        line("");
        line("Labels a news article with the sections that fit, each with a calibrated probability.");
        line("One linear classifier for each section over hashed word n-grams of headline and body: %d features,",
                model.weights().size());
        line("8-bit weights. Languages: %s. L2-regularised squared hinge, C = %s, seed %d; the same data",
                String.join(", ", model.languages()), settings.cost(), settings.seed());
        line("and settings give the same bytes.");
        line("");
        line("| section | Media Topic | given from |");
        line("|---|---|---|");
        for (SectionDefinition section : model.sections()) {
            line("| %s | %s | %.2f |", section.name(), section.mediaTopic().orElse("–"), section.threshold());
        }
    }

    private void data(List<LabelledArticle> articles) {
        line("");
        line("## Trained on");
        line("");
        line("| collection | articles | publishers | in no section | sections |");
        line("|---|---|---|---|---|");
        Map<String, List<LabelledArticle>> byCollection = articles.stream()
                .collect(Collectors.groupingBy(LabelledArticle::collection, TreeMap::new,
                        Collectors.toList()));
        byCollection.forEach((collection, of) -> {
            Map<String, Integer> sections = new TreeMap<>();
            of.forEach(article -> article.sections().forEach(s -> sections.merge(s, 1, Integer::sum)));
            line("| %s | %d | %d | %d | %s |", collection, of.size(),
                    of.stream().map(LabelledArticle::publisher).distinct().count(),
                    of.stream().filter(article -> article.sections().isEmpty()).count(),
                    sections.entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        });
        line("");
        line("A collection says nothing about sections that it never gives. World says little against Politics, nor");
        line("Politics against World; a publisher's domestic news may be politics, business or health. A \"wrong\" that");
        line("models of the other publishers contradict is not taught. What a publisher repeats word for word is cut");
        line("out, and n-grams of a single publisher are dropped. Addresses gave labels to learn from where a folder of");
        line("theirs names a section (sections_in_addresses); they are never read to label an article. The country that");
        line("a publisher writes for, where it is known, tells home from abroad.");
    }

    private void habits(SectionModel model) {
        List<PublisherHabit> habits = model.habits().all();
        if (habits.isEmpty()) {
            return;
        }
        line("");
        line("## Publishers' habits");
        line("");
        line("Of %d publishers the model also knows where they file what an article is about, learned apart from the",
                habits.size());
        line("sections that they gave themselves: log odds from the margins of all sections, from words, weighed together");
        line("and counted one by one, and from what the publisher repeats word for word (names of series and sections, an");
        line("agency, credits, the source's name behind a title), shrunk. They change scores and add sections; what the text alone gives stays given. Any other");
        line("publisher's articles are judged as if there were no habits.");
        line("");
        line(habits.stream().map(PublisherHabit::publisher).collect(Collectors.joining(", ")) + ".");
    }

    private void figures(SectionModel model, Map<String, SectionFigures> figures) {
        line("");
        line("## Measured on what was not seen");
        line("");
        line("First label: the most probable of the sections that the collection gives. Among given: the publisher's");
        line("section is one of those given: at or above their threshold or, where none is, the one that comes nearest");
        line("if it comes near enough. Publishers are held out in groups, together with");
        line("all that other collections have of them, and calibrated by the other groups: no habit is known of them.");
        line("The later month is measured with calibration and habits of the months before. The collections left out use");
        line("the final calibration (two numbers for each section) and no habits, as of publishers not known.");
        line("");
        line("| held out | articles | macro-F1 | first right | among given | labels/article | no label | calibration "
                + "error |");
        line("|---|---|---|---|---|---|---|---|");
        figures.forEach((name, of) -> line("| %s | %d | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f |", name, of.articles(),
                of.macroF1(), of.firstRight(), of.amongGiven(), of.labelsPerArticle(), of.withoutLabel(),
                of.calibrationError()));
        line("");
        line("F1 of the first label by section:");
        line("");
        List<String> sections = List.copyOf(new TreeSet<>(
                model.sections().stream().map(SectionDefinition::name).toList()));
        line("| held out | %s |", String.join(" | ", sections));
        line("|---|%s", "---|".repeat(sections.size()));
        figures.forEach((name, of) -> line("| %s | %s |", name, sections.stream()
                .map(section -> of.f1BySection().containsKey(section)
                        ? String.format(Locale.ROOT, "%.2f", of.f1BySection().get(section))
                        : "–")
                .collect(Collectors.joining(" | "))));
    }

    private void limits() {
        line("");
        line("## Licence and limits");
        line("");
        line("The texts are their publishers' and are not in the model: it holds weights of hashed words only. Check");
        line("the terms of the collections named above before using a model trained on them for another purpose.");
        line("");
        line("Publishers draw sections differently, so no label is certain: read a score as the share of publishers'");
        line("labels that would agree. News of years far from the training data is labelled less well. An article in");
        line("a language not named above must not be labelled with this model.");
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
    }
}
