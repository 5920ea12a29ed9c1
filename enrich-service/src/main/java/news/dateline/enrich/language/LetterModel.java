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
 * in a quarter of the memory. Immutable; loaded once for all detectors.
 */
final class LetterModel {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int LONGEST_RUN = 3;
    private static final int COUNT_BITS = 7;
    private static final int MOST_WEIGHTS = 1 << (Integer.SIZE - COUNT_BITS);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long FREE = 0;

    private final String[] languages;

    /**
     * Open addressing: half of a run's hash, below it where its row begins, and in the lowest bits how long that is. Beside a
     * busy program the model is never in the cache for long, and what lies together is waited for once.
     */
    private final long[] runs;
    private final int shift;

    /** Row after row, the positions of languages and what is added for each. */
    private final byte[] language;
    private final float[] weight;

    private LetterModel(String[] languages, Map<String, Context> contexts) {
        this.languages = languages.clone();
        int capacity = Integer.highestOneBit(contexts.size()) * 2;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        runs = new long[capacity];
        int size = contexts.values().stream().mapToInt(this::length).sum();
        if (languages.length >= 1 << COUNT_BITS || size >= MOST_WEIGHTS) {
            throw new IllegalStateException("the language model has too many languages or weights");
        }
        language = new byte[size];
        weight = new float[size];
        int from = 0;
        // What most languages have stands in most texts: those rows lie together.
        List<Map.Entry<String, Context>> commonestFirst = contexts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Context> context) -> -length(context.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Context> context : commonestFirst) {
            put(number(context.getKey()), from, length(context.getValue()));
            int[] outcomes = context.getValue().getOutcomes();
            boolean whole = length(context.getValue()) == languages.length;
            for (int i = 0; i < outcomes.length; i++) {
                int at = from + (whole ? outcomes[i] : i);
                language[at] = (byte) outcomes[i];
                weight[at] = (float) context.getValue().getParameters()[i];
            }
            from += length(context.getValue());
        }
    }

    private void put(long run, int from, int length) {
        int slot = slot(hash(run));
        if (runs[slot] != FREE) {
            throw new IllegalStateException("two runs of the language model have one hash");
        }
        runs[slot] = told(hash(run)) | (long) from << COUNT_BITS | length;
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

    /** What the letters of a text speak for; where it is cut in two, for each of the parts as well, in one go. */
    LetterSums read(String text, int cut) {
        char[] first = LetterText.of(text.substring(0, cut));
        char[] second = cut < text.length() ? LetterText.of(text.substring(cut)) : new char[0];
        char[] letters = joined(first, second);
        LetterSums sums = new LetterSums(languages.length);
        MetRuns met = new MetRuns(LONGEST_RUN * letters.length);
        long[] hashes = hashes(letters);
        // No look here waits for another, so that all are on their way from memory together.
        long[] found = new long[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            found[i] = runs[(int) (hashes[i] >>> shift)];
        }
        for (int i = 0; i < hashes.length; i++) {
            long row = row(hashes[i], found[i]);
            if (row != FREE) {
                int at = i / LONGEST_RUN;
                met.add(row, at + i % LONGEST_RUN < first.length
                        ? LetterSums.FIRST
                        : at > first.length
                                ? LetterSums.SECOND
                                : LetterSums.BETWEEN);
            }
        }
        for (int i = 0; i < met.size(); i++) {
            addRow(met.row(i), sums.of(met.parts(i)));
        }
        return sums;
    }

    /** Of one, two and three letters from each on; 0, which is no run's, where there are fewer. */
    private static long[] hashes(char[] letters) {
        long[] hashes = new long[LONGEST_RUN * letters.length];
        for (int at = 0; at < letters.length; at++) {
            long run = 0;
            int most = Math.min(LONGEST_RUN, letters.length - at);
            for (int length = 0; length < most; length++) {
                run = run << Character.SIZE | letters[at + length];
                hashes[LONGEST_RUN * at + length] = hash(run);
            }
        }
        return hashes;
    }

    private static char[] joined(char[] first, char[] second) {
        if (second.length == 0) {
            return first;
        }
        char[] both = Arrays.copyOf(first, first.length + 1 + second.length);
        both[first.length] = ' ';
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return both;
    }

    private void addRow(long row, float[] sums) {
        int from = (int) row >>> COUNT_BITS;
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

    private static long hash(long run) {
        return run * SPREAD;
    }

    /** What is compared: with the slot, which has the upper bits, it tells each run. */
    private static long told(long hash) {
        return hash << Integer.SIZE;
    }

    /** Where a run stands, or the free slot where it would. */
    private int slot(long hash) {
        int slot = (int) (hash >>> shift);
        while (!isAt(slot, hash)) {
            slot = slot + 1 & runs.length - 1;
        }
        return slot;
    }

    private boolean isAt(int slot, long hash) {
        return runs[slot] == FREE || (runs[slot] ^ told(hash)) >>> Integer.SIZE == 0;
    }

    /** A run's row, {@link #FREE} where the model has none; its first slot has been looked at before. */
    private long row(long hash, long first) {
        return first == FREE || (first ^ told(hash)) >>> Integer.SIZE == 0 ? first : runs[slot(hash)];
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
