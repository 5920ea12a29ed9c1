package news.dateline.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Result<?>> steps = new ArrayList<>();
        try {
            for (RunResult result : new Runner(new OptionsBuilder().include(EnrichSteps.class.getName())
                    .verbosity(VerboseMode.SILENT).build()).run()) {
                steps.add(result.getPrimaryResult());
            }
        } catch (RunnerException e) {
            throw new BenchmarkFailed("JMH: " + e.getMessage(), e);
        }
        steps.sort(Comparator.<Result<?>>comparingDouble(Result::getScore).reversed());
        for (Result<?> step : steps) {
            // The spread tells whether the machine was busy with something else.
            report.add("step " + step.getLabel(), step.getScore(), "µs/article",
                    "%,.0f articles/s on one thread; iterations from %,.1f to %,.1f µs".formatted(1e6 / step.getScore(),
                            step.getStatistics().getMin(), step.getStatistics().getMax()));
        }
    }
}
