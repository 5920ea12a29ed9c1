package news.dateline.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link EnrichSteps} in a JVM of its own and reports each step beside the whole. */
final class StepProfile {
    private StepProfile() {
    }

    static void measure(Report report) {
        Map<String, Result<?>> steps = new HashMap<>();
        try {
            for (RunResult result : new Runner(new OptionsBuilder().include(EnrichSteps.class.getName())
                    .include(TagRules.class.getName()).verbosity(VerboseMode.SILENT).build()).run()) {
                String rules = result.getParams().getParam("rules");
                steps.put(result.getPrimaryResult().getLabel() + (rules == null ? "" : ", " + rules + " rules"),
                        result.getPrimaryResult());
            }
        } catch (RunnerException e) {
            throw new BenchmarkFailed("JMH: " + e.getMessage(), e);
        }
        steps.entrySet().stream().sorted(Comparator.comparingDouble(step -> -step.getValue().getScore()))
                .forEach(step -> add(report, step.getKey(), step.getValue()));
        ratio(report, steps, "tag, 10000 rules", "tag, 100 rules", "aim: at most 1.3");
        ratio(report, steps, "wholeEnricher", "luceneEnglishAnalysis", "aim: at most 5");
    }

    private static void add(Report report, String name, Result<?> step) {
        // The spread tells whether the machine was busy with something else.
        report.add("step " + name, step.getScore(), "µs/article",
                "%,.0f articles/s on one thread; iterations from %,.1f to %,.1f µs".formatted(1e6 / step.getScore(),
                        step.getStatistics().getMin(), step.getStatistics().getMax()));
    }

    private static void ratio(Report report, Map<String, Result<?>> steps, String one, String other, String aim) {
        report.add(one + " : " + other, steps.get(one).getScore() / steps.get(other).getScore(), "times", aim);
    }
}
