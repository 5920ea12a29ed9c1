package news.dateline.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import news.dateline.tags.InvalidRule;

/**
 * The whole chain of enrich beside Lucene's English analysis alone on the same texts: in turn on one thread and by its CPU
 * time, so that what else the machine does meets both alike.
 */
final class ChainBesideLucene {
    private static final int[] LENGTHS = {500, 3_000, 20_000};
    private static final int CALLS = 20;
    private static final long SLICE_NANOS = 50_000_000;
    private static final int SLICES = 60;

    /** So much code takes its time to be compiled: until the compiler has nothing more to do with it. */
    private static final int WARM_SLICES = 20;
    private static final int IDLE_ROUNDS = 2;
    private static final int MOST_ROUNDS = 40;
    private static final long IDLE_MILLIS = 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final Report report;
    private final Progress progress;

    /** What was made last, so that nothing is made for nobody. */
    @SuppressWarnings("UnusedVariable")
    private volatile Object made = "";

    /** CPU time and bytes of one article. */
    private record Cost(double micros, double bytes) {}

    private ChainBesideLucene(Report report, Progress progress) {
        this.report = report;
        this.progress = progress;
    }

    static void measure(Report report, Progress progress) {
        ChainBesideLucene run = new ChainBesideLucene(report, progress);
        try {
            EnrichSteps week = new EnrichSteps();
            week.readSample();
            run.beside("the week's articles", week::wholeEnricher, week::luceneEnglishAnalysis);
            week.close();
            if (!FullTexts.areThere()) {
                report.fact("chain", "by length skipped, since " + FullTexts.FOLDER + " is missing");
                return;
            }
            for (int chars : LENGTHS) {
                EnrichSizes texts = new EnrichSizes();
                texts.chars = chars;
                texts.readSample();
                run.beside("%,d characters".formatted(chars), texts::wholeEnricher, texts::luceneEnglishAnalysis);
                texts.close();
            }
        } catch (InvalidRule e) {
            throw new BenchmarkFailed("the starter rules can't be run", e);
        }
    }

    /** One step on the next article. */
    private interface Step {
        Object run();
    }

    private void beside(String texts, Step chain, Step lucene) {
        int rounds = warmUp(chain, lucene);
        Cost[] ofChain = new Cost[SLICES];
        Cost[] ofLucene = new Cost[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            ofChain[slice] = slice(chain);
            ofLucene[slice] = slice(lucene);
        }
        double[] ratios = IntStream.range(0, SLICES).mapToDouble(i -> ofChain[i].micros() / ofLucene[i].micros())
                .sorted().toArray();
        add("whole chain, " + texts, ofChain);
        add("Lucene's English analysis, " + texts, ofLucene);
        report.add("whole chain : Lucene, " + texts, Rate.median(ratios), "times",
                "aim: at most 5; median of %d pairs of slices, half of them from %.1f to %.1f; warm after %d rounds"
                        .formatted(SLICES, ratios[SLICES / 4], ratios[SLICES * 3 / 4], rounds));
        progress.note("%s: %.1f times Lucene's analysis", texts, Rate.median(ratios));
    }

    private void add(String what, Cost[] costs) {
        double micros = Rate.median(Arrays.stream(costs).mapToDouble(Cost::micros).toArray());
        double bytes = Rate.median(Arrays.stream(costs).mapToDouble(Cost::bytes).toArray());
        report.add(what, micros, "µs/article", "CPU time of its thread; %,.1f KB allocated".formatted(bytes / 1_000));
    }

    private int warmUp(Step chain, Step lucene) {
        int idle = 0;
        int round = 0;
        while (idle < IDLE_ROUNDS && round < MOST_ROUNDS) {
            long compiled = COMPILER.getTotalCompilationTime();
            for (int slice = 0; slice < WARM_SLICES; slice++) {
                slice(chain);
                slice(lucene);
            }
            idle = COMPILER.getTotalCompilationTime() - compiled <= IDLE_MILLIS ? idle + 1 : 0;
            round++;
        }
        return round;
    }

    private Cost slice(Step step) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begun = THREADS.getCurrentThreadCpuTime();
        long taken = 0;
        int articles = 0;
        while (taken < SLICE_NANOS) {
            for (int call = 0; call < CALLS; call++) {
                made = step.run();
            }
            articles += CALLS;
            taken = THREADS.getCurrentThreadCpuTime() - begun;
        }
        return new Cost(taken / 1e3 / articles, (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / articles);
    }
}
