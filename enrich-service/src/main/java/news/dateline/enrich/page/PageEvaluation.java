package news.dateline.enrich.page;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.enrich.evaluate.Aim;
import news.dateline.enrich.evaluate.Evaluation;
import news.dateline.enrich.evaluate.Figure;
import news.dateline.enrich.page.JudgedPages.JudgedPage;

/**
 * Measures how much of an article's text is found on its page, and how often its fields. The rules were made with every other
 * page of each collection at hand; the halves are shown apart.
 */
public final class PageEvaluation implements Evaluation {
    private static final double AIM = 0.95;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public boolean isPossibleWith(Path data) {
        return JudgedPages.areIn(data);
    }

    @Override
    public List<Figure> measure(Path data, PrintStream progress) throws IOException {
        List<Figure> figures = new ArrayList<>();
        List<JudgedPage> benchmark = JudgedPages.benchmark(data);
        if (!benchmark.isEmpty()) {
            figures.addAll(texts("pages, article extraction benchmark", benchmark, Optional.of(new Aim.AtLeast(AIM))));
        }
        List<JudgedPage> readability = JudgedPages.readability(data);
        if (!readability.isEmpty()) {
            figures.addAll(texts("pages, readability", readability, Optional.empty()));
            figures.addAll(fields(readability));
        }
        return figures;
    }

    private static List<Figure> texts(String of, List<JudgedPage> pages, Optional<Aim> aim) {
        ShingleScore all = new ShingleScore();
        List<ShingleScore> halves = List.of(new ShingleScore(), new ShingleScore());
        for (int i = 0; i < pages.size(); i++) {
            String text = text(pages.get(i));
            all.add(pages.get(i).body(), text);
            halves.get(i % 2).add(pages.get(i).body(), text);
        }
        return List.of(Figure.shown(of, "precision", all.precision(), all.pages()),
                Figure.shown(of, "recall", all.recall(), all.pages()),
                new Figure(of, "F1", all.f1(), aim, all.pages()),
                Figure.shown(of, "F1, pages made with", halves.get(0).f1(), all.pages()),
                Figure.shown(of, "F1, pages held out", halves.get(1).f1(), all.pages()));
    }

    private static String text(JudgedPage page) {
        return String.join("\n\n", PageReader.read(page.html(), page.url()).paragraphs());
    }

    /** The collection's titles keep the site's name behind many headlines, which is no part of them: both are counted. */
    private static List<Figure> fields(List<JudgedPage> pages) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (JudgedPage judged : pages) {
            Page page = PageReader.read(judged.html(), judged.url());
            String title = judged.expected().getOrDefault("title", "");
            count(counts, "headline with what its title adds", title, page.headline());
            count(counts, "headline", title,
                    PageHeadline.isTitleOf(title, page.headline()) ? title : page.headline());
            count(counts, "byline", judged.expected().get("byline"), String.join(" ", page.bylines()));
            count(counts, "language", judged.expected().get("lang"), page.language().orElse(""));
            count(counts, "site", judged.expected().get("siteName"), page.siteName());
            count(counts, "publication time",
                    PageTime.read(judged.expected().getOrDefault("publishedTime", "")).map(Object::toString).orElse(""),
                    page.publishedAt().map(Object::toString).orElse(""));
        }
        return counts.entrySet().stream().map(field -> Figure.shown("fields, readability", field.getKey() + " right",
                (double) field.getValue()[1] / field.getValue()[0], field.getValue()[0])).toList();
    }

    /** Case, signs and a "by" before a name are no difference; a field that is not expected does not count. */
    private static void count(Map<String, int[]> counts, String field, String expected, String found) {
        String wanted = expected == null ? "" : folded(expected);
        if (!wanted.isEmpty()) {
            int[] count = counts.computeIfAbsent(field, first -> new int[2]);
            count[0]++;
            count[1] += wanted.equals(folded(found)) ? 1 : 0;
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("^by ", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
