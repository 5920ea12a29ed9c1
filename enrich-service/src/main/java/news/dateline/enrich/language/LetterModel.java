package news.dateline.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP's language model: for each run of one to three letters, how much it speaks for each language that has it.
 *
 * <p>The library makes a string of every run of a text and looks it up in a map of 146,000, which took more than a third of
 * all enrichment. Here a run is a number, and what it speaks for stands in one row: the same sums in a tenth of the time, and
 * in half the memory. Immutable; loaded once for all detectors.
 */
final class LetterModel {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int LONGEST_RUN = 3;
    private static final int COUNT_BITS = 7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final String[] languages;

    /**
     * Open addressing, two numbers in a row: a run's own, and where its row begins, with its length in the lowest bits. Beside
     * a busy program the model is never in the cache for long, and what lies together is waited for once.
     */
    private final long[] runs;
    private final int shift;

    /** Row after row, the positions of languages and what is added for each. */
    private final byte[] language;
    private final double[] weight;

    private LetterModel(String[] languages, Map<String, Context> contexts) {
        this.languages = languages.clone();
        if (languages.length >= 1 << COUNT_BITS) {
            throw new IllegalStateException("the language model has too many languages");
        }
        int capacity = Integer.highestOneBit(contexts.size()) * 2;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        runs = new long[2 * capacity];
        int size = contexts.values().stream().mapToInt(this::length).sum();
        language = new byte[size];
        weight = new double[size];
        int from = 0;
        // What most languages have stands in most texts: those rows lie together.
        List<Map.Entry<String, Context>> commonestFirst = contexts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Context> context) -> -length(context.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Context> context : commonestFirst) {
            int slot = slot(number(context.getKey()));
            runs[slot] = number(context.getKey());
            runs[slot + 1] = (long) from << COUNT_BITS | length(context.getValue());
            int[] outcomes = context.getValue().getOutcomes();
            boolean whole = length(context.getValue()) == languages.length;
            for (int i = 0; i < outcomes.length; i++) {
                int at = from + (whole ? outcomes[i] : i);
                language[at] = (byte) outcomes[i];
                weight[at] = context.getValue().getParameters()[i];
            }
            from += length(context.getValue());
        }
    }

    /** A run that most languages have gets a whole row, in their order: adding that up is four times as fast. */
    private int length(Context context) {
        int spokenFor = context.getOutcomes().length;
        return spokenFor * 2 > languages.length ? languages.length : spokenFor;
    }

    /** The model that comes with the library. */
    static LetterModel bundled() {
        return Loaded.MODEL;
    }

    /** The model's own code of a language. */
    String code(int position) {
        return languages[position];
    }

    /** How likely a text is in each language, in the order of {@link #code}; 1 in all. */
    double[] confidences(String text) {
        double[] sums = new double[languages.length];
        Arrays.fill(sums, Math.log(1.0 / languages.length));
        addRuns(LetterText.of(text), sums);
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.exp(sums[i]);
            all += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    /** Each run counts once, however often it stands in the text. */
    private void addRuns(char[] letters, double[] sums) {
        int[] seen = new int[Integer.highestOneBit(LONGEST_RUN * letters.length + 1) * 4];
        for (int at = 0; at < letters.length; at++) {
            long run = 0;
            int end = Math.min(letters.length, at + LONGEST_RUN);
            for (int i = at; i < end; i++) {
                run = run << Character.SIZE | letters[i];
                int slot = slot(run);
                if (runs[slot] == run && run != 0 && isNew(slot, seen)) {
                    addRow(runs[slot + 1], sums);
                }
            }
        }
    }

    private void addRow(long row, double[] sums) {
        int from = (int) (row >>> COUNT_BITS);
        int length = (int) row & (1 << COUNT_BITS) - 1;
        if (length == sums.length) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight[from + i];
            }
            return;
        }
        for (int i = from; i < from + length; i++) {
            sums[language[i]] += weight[i];
        }
    }

    private static boolean isNew(int slot, int[] seen) {
        int mask = seen.length - 1;
        int at = (slot * 0x9E3779B9) >>> 7 & mask;
        while (seen[at] != 0) {
            if (seen[at] == slot + 1) {
                return false;
            }
            at = at + 1 & mask;
        }
        seen[at] = slot + 1;
        return true;
    }

    /** Where a run stands, or the free slot where it would. */
    private int slot(long run) {
        int slot = 2 * (int) ((run * SPREAD) >>> shift);
        while (runs[slot] != 0 && runs[slot] != run) {
            slot = slot + 2 & runs.length - 1;
        }
        return slot;
    }

    private static long number(String run) {
        if (run.isEmpty() || run.length() > LONGEST_RUN) {
            throw new IllegalStateException("the language model has a run of " + run.length() + " letters");
        }
        long number = 0;
        for (int i = 0; i < run.length(); i++) {
            number = number << Character.SIZE | run.charAt(i);
        }
        return number;
    }

    private static final class Loaded {
        static final LetterModel MODEL = load();

        private static LetterModel load() {
            try (InputStream in = LetterModel.class.getResourceAsStream(LetterModel.MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("language model is not on the class path: " + LetterModel.MODEL);
                }
                Object[] model = ((AbstractModel) new LanguageDetectorModel(in).getMaxentModel()).getDataStructures();
                @SuppressWarnings("unchecked") // as the library documents it: contexts, contexts by name, outcomes
                Map<String, Context> contexts = (Map<String, Context>) model[1];
                return new LetterModel((String[]) model[2], contexts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
