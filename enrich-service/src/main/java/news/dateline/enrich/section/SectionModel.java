package news.dateline.enrich.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.dateline.contract.SectionLabel;

/**
 * Labels articles with sections, as many as fit, each with a calibrated probability.
 *
 * <p>A linear model over hashed word n-grams with sublinear term frequency, inverse document frequency and unit length,
 * so that a headline alone and a long text are measured alike. Immutable; safe for use by many threads.
 */
public final class SectionModel {
    private static final String BUNDLED = "/sections/sections-en.model";
    private static final float[] TERM_FREQUENCY = termFrequencies();

    private final List<SectionDefinition> sections;
    private final SectionWeights weights;
    private final Set<String> languages;
    private final String version;
    private final ThreadLocal<Scratch> scratch;

    SectionModel(List<SectionDefinition> sections, SectionWeights weights, Set<String> languages) {
        this.sections = List.copyOf(sections);
        this.weights = Objects.requireNonNull(weights, "weights");
        this.languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        if (weights.sections() != sections.size()) {
            throw new IllegalArgumentException("weights of " + weights.sections() + " sections, names of "
                    + sections.size());
        }
        this.version = "sections-" + String.join("-", this.languages) + "-" + SectionModelFile.fingerprint(this);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(weights.size()));
    }

    /** Reads a model file; fails with a clear message where the stream is cut short or is no section model. */
    public static SectionModel load(InputStream file) throws IOException {
        return SectionModelFile.read(file);
    }

    /** The model that comes with the program. */
    public static SectionModel bundled() {
        try (InputStream file = SectionModel.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + BUNDLED);
            }
            return load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled section model cannot be read", e);
        }
    }

    /** The sections whose probability reaches their threshold, highest first; none where no word is known. */
    public List<SectionLabel> label(String headline, String body) {
        float[] margins = new float[sections.size()];
        if (margins(headline, body, margins) == 0) {
            return List.of();
        }
        List<SectionLabel> given = new ArrayList<>(2);
        for (int i = 0; i < margins.length; i++) {
            SectionDefinition section = sections.get(i);
            double probability = section.calibration().probability(margins[i]);
            if (probability >= section.threshold()) {
                given.add(new SectionLabel(section.name(), probability, section.mediaTopic()));
            }
        }
        given.sort(Comparator.comparingDouble(SectionLabel::score).reversed());
        return List.copyOf(given);
    }

    /** All sections with their probability, highest first. */
    public List<SectionLabel> scores(String headline, String body) {
        float[] margins = new float[sections.size()];
        margins(headline, body, margins);
        List<SectionLabel> scores = new ArrayList<>(margins.length);
        for (int i = 0; i < margins.length; i++) {
            SectionDefinition section = sections.get(i);
            scores.add(new SectionLabel(
                    section.name(), section.calibration().probability(margins[i]), section.mediaTopic()));
        }
        scores.sort(Comparator.comparingDouble(SectionLabel::score).reversed());
        return List.copyOf(scores);
    }

    /** The languages that the model can label, as ISO 639-1 codes. */
    public Set<String> languages() {
        return languages;
    }

    /** Names these very weights; stands in every article that they labelled. */
    public String version() {
        return version;
    }

    List<SectionDefinition> sections() {
        return sections;
    }

    SectionWeights weights() {
        return weights;
    }

    SectionModel with(List<SectionDefinition> newSections) {
        return new SectionModel(newSections, weights, languages);
    }

    /** Fills in the margin of each section; returns how many different features the model knows in the article. */
    int margins(String headline, String body, float[] margins) {
        Scratch s = scratch.get();
        s.hasher.hash(headline, body);
        int known = s.countKnown(weights);
        float squares = 0;
        Arrays.fill(margins, 0);
        for (int i = 0; i < known; i++) {
            int feature = s.features[i];
            int count = s.counts[feature];
            s.counts[feature] = 0;
            float value = termFrequency(count) * weights.idf(feature);
            squares += value * value;
            weights.addTo(margins, feature, value);
        }
        float unit = known == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margins[i] * unit * sections.get(i).weightScale() + sections.get(i).bias();
        }
        return known;
    }

    static float termFrequency(int count) {
        return TERM_FREQUENCY[Math.min(count, TERM_FREQUENCY.length - 1)];
    }

    private static float[] termFrequencies() {
        float[] table = new float[256];
        for (int count = 1; count < table.length; count++) {
            table[count] = (float) (1 + Math.log(count));
        }
        return table;
    }

    /** What one thread needs while it counts, kept so that labelling an article allocates next to nothing. */
    private static final class Scratch {
        private final NGramHasher hasher = new NGramHasher();
        private final int[] counts;
        private int[] features = new int[1024];

        private Scratch(int size) {
            counts = new int[size];
        }

        private int countKnown(SectionWeights weights) {
            int known = 0;
            if (features.length < hasher.size()) {
                features = new int[hasher.size() * 2];
            }
            for (int i = 0; i < hasher.size(); i++) {
                int feature = weights.feature(hasher.hashAt(i));
                if (feature >= 0 && counts[feature]++ == 0) {
                    features[known++] = feature;
                }
            }
            return known;
        }
    }
}
