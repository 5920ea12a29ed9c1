package news.dateline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.dateline.contract.ContractJson;
import news.dateline.enrich.evaluate.Aim;
import news.dateline.enrich.evaluate.Evaluation;
import news.dateline.enrich.evaluate.Figure;
import news.dateline.enrich.language.LanguageEvaluation;
import news.dateline.enrich.page.PageEvaluation;
import news.dateline.enrich.section.SectionQuality;
import news.dateline.enrich.tag.TagEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints every quality figure, with what it should be. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Measures the labels on data that they were not made from and prints every figure with its aim.", footer = {
        "",
        "DIR has the folders sections, languages, stream and so on in it, or is a folder of labelled articles such as",
        "train takes. Sections are measured by training again without what is held out, which takes some minutes.", "",
        "Examples:", "  dateline evaluate labelled-news/", "  dateline evaluate data/ --only sections --json"})
final class EvaluateCommand implements Callable<Integer> {
    /** What can be measured, in the order in which it is printed. */
    static final List<Evaluation> ALL = List.of(new SectionQuality(), new TagEvaluation(), new LanguageEvaluation(),
            new PageEvaluation());

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the data")
    private Path data;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "measure these only, such as sections; can be repeated")
    private Set<String> only = Set.of();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        LogFile.none();
        refuseUnknownNames();
        if (!Files.isDirectory(data)) {
            throw new Failure(data + " is no folder");
        }
        List<Evaluation> possible = ALL.stream().filter(one -> only.isEmpty() || only.contains(one.name()))
                .filter(this::isPossible).toList();
        if (possible.isEmpty()) {
            throw new Failure("nothing in " + data + " to measure with");
        }
        List<Figure> figures = new ArrayList<>();
        possible.forEach(evaluation -> figures.addAll(measure(evaluation, System.err)));
        if (figures.isEmpty()) {
            throw new Failure(
                    "too little in " + data + " to hold anything out: it takes articles of several publishers");
        }
        if (json) {
            figures.forEach(figure -> Console.raw(ContractJson.mapper().writeValueAsString(fields(figure))));
        } else {
            print(figures);
        }
        return 0;
    }

    private void refuseUnknownNames() {
        Set<String> names = ALL.stream().map(Evaluation::name).collect(Collectors.toSet());
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(),
                    "nothing is called '" + name + "'; there is " + String.join(", ", names));
        });
    }

    private boolean isPossible(Evaluation evaluation) {
        boolean possible = evaluation.isPossibleWith(data);
        if (!possible) {
            Console.note(evaluation.name() + ": no data for it in " + data);
        }
        return possible;
    }

    private List<Figure> measure(Evaluation evaluation, PrintStream progress) {
        try {
            return evaluation.measure(data, progress);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("can't measure " + evaluation.name() + ": " + e.getMessage(), e);
        }
    }

    private static void print(List<Figure> figures) {
        String before = "";
        for (Figure figure : figures) {
            if (!figure.of().equals(before)) {
                Console.line("@|bold " + Console.plain(figure.of()) + "|@ (" + figure.articles() + " articles)");
            }
            before = figure.of();
            String aim = figure.aim()
                    .map(wanted -> "  " + (figure.isGoodEnough() ? "@|green reached|@" : "@|red missed|@")
                            + "  aim " + wanted.text())
                    .orElse("");
            Console.line(
                    String.format(Locale.ROOT, "  %-28s %.3f", Console.plain(figure.name()), figure.value()) + aim);
        }
    }

    private static Map<String, Object> fields(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("of", figure.of());
        fields.put("name", figure.name());
        fields.put("value", figure.value());
        fields.put("articles", figure.articles());
        figure.aim().ifPresent(aim -> {
            switch (aim) {
                case Aim.AtLeast(double least) -> fields.put("atLeast", least);
                case Aim.AtMost(double most) -> fields.put("atMost", most);
            }
            fields.put("reached", figure.isGoodEnough());
        });
        return fields;
    }
}
