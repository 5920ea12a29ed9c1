package news.dateline.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link EnrichSizes} in a JVM of its own and reports time and allocation of each step for each length. */
final class SizeProfile {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private SizeProfile() {
    }

    static void measure(Report report) {
        if (!FullTexts.areThere()) {
            report.fact("sizes", "skipped, since " + FullTexts.FOLDER + " is missing");
            return;
        }
        try {
            List<RunResult> results = new ArrayList<>(new Runner(new OptionsBuilder()
                    .include(EnrichSizes.class.getName()).addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT)
                    .build()).run());
            results.sort(Comparator.comparingInt(SizeProfile::chars)
                    .thenComparing(
                            Comparator.<RunResult>comparingDouble(result -> result.getPrimaryResult().getScore())
                                    .reversed()));
            results.forEach(result -> add(result, report));
            results.stream().mapToInt(SizeProfile::chars).distinct().forEach(chars -> report.add(
                    "wholeEnricher : luceneEnglishAnalysis, %,d characters".formatted(chars),
                    score("wholeEnricher", chars, results) / score("luceneEnglishAnalysis", chars, results), "times",
                    "aim: at most 5"));
        } catch (RunnerException e) {
            throw new BenchmarkFailed("JMH: " + e.getMessage(), e);
        }
    }

    private static void add(RunResult run, Report report) {
        Result<?> time = run.getPrimaryResult();
        double allocated = 0;
        for (String name : run.getSecondaryResults().keySet()) {
            Result<?> secondary = run.getSecondaryResults().get(name);
            allocated = name.endsWith(ALLOCATED) ? secondary.getScore() : allocated;
        }
        report.add("%s, %,d characters".formatted(time.getLabel(), chars(run)), time.getScore(), "µs/article",
                "%,.0f articles/s on one thread; %,.1f KB allocated".formatted(1e6 / time.getScore(),
                        allocated / 1_000));
    }

    private static double score(String step, int chars, List<RunResult> results) {
        return results.stream().filter(run -> chars(run) == chars)
                .filter(run -> run.getPrimaryResult().getLabel().equals(step)).findFirst().orElseThrow()
                .getPrimaryResult().getScore();
    }

    private static int chars(RunResult run) {
        return Integer.parseInt(run.getParams().getParam("chars"));
    }
}
