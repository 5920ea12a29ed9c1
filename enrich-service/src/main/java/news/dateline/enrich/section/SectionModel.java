package news.dateline.enrich.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.dateline.contract.Evidence;
import news.dateline.contract.SectionLabel;

/**
 * Labels articles with sections, as many as fit, each with a calibrated probability.
 *
 * <p>A linear model over hashed word n-grams with sublinear term frequency, inverse document frequency and unit length,
 * so that a headline alone and a long text are measured alike. Immutable; safe for use by many threads.
 */
public final class SectionModel {
    private static final String BUNDLED = "/sections/sections-en.model";
    /** A word counts twice in a headline; one or two features are no article. */
    private static final int FEWEST_KNOWN = 3;
    private static final float[] TERM_FREQUENCY = termFrequencies();

    private final List<SectionDefinition> sections;
    private final SectionWeights weights;
    private final AbroadWeights abroadWeights;
    private final Set<String> languages;
    private final String version;
    private final ThreadLocal<Scratch> scratch;

    SectionModel(List<SectionDefinition> sections, SectionWeights weights, AbroadWeights abroadWeights,
            Set<String> languages) {
        this.sections = List.copyOf(sections);
        this.weights = Objects.requireNonNull(weights, "weights");
        this.abroadWeights = Objects.requireNonNull(abroadWeights, "abroadWeights");
        this.languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        if (weights.sections() != sections.size() || abroadWeights.sections() != sections.size()) {
            throw new IllegalArgumentException("weights of " + weights.sections() + " sections, names of "
                    + sections.size());
        }
        this.version = "sections-" + String.join("-", this.languages) + "-" + SectionModelFile.fingerprint(this);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(weights.size(), abroadWeights.names()));
    }

    /** Reads a model file; fails with a clear message where the stream is cut short or is no section model. */
    public static SectionModel load(InputStream file) throws IOException {
        return SectionModelFile.read(file);
    }

    /** Reads the model file at a path; fails with a message that names it. */
    public static SectionModel load(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return load(bytes);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
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

    /**
     * The sections that fit, highest first; none where hardly a word is known.
     *
     * @param edition ISO 3166-1 code of the country that is home, for which other countries are the World; empty where
     *        none is known
     */
    public List<SectionLabel> label(String headline, String body, Optional<String> edition) {
        Scratch s = scratch.get();
        float[] margins = new float[sections.size()];
        if (margins(s, headline, body, edition, margins) < FEWEST_KNOWN) {
            return List.of();
        }
        double[] scores = new double[margins.length];
        for (int i = 0; i < margins.length; i++) {
            scores[i] = sections.get(i).calibration().probability(margins[i]);
        }
        boolean[] fits = Decision.given(scores, sections);
        List<SectionLabel> given = new ArrayList<>(2);
        for (int i = 0; i < margins.length; i++) {
            if (fits[i]) {
                given.add(new SectionLabel(sections.get(i).name(), scores[i], sections.get(i).mediaTopic(),
                        because(s, i, headline, body)));
            }
        }
        given.sort(Comparator.comparingDouble(SectionLabel::score).reversed());
        return List.copyOf(given);
    }

    /** As {@link #label(String, String, Optional)}, for readers whose country is not known. */
    public List<SectionLabel> label(String headline, String body) {
        return label(headline, body, Optional.empty());
    }

    /** As {@link #scores(String, String, Optional)}, for readers whose country is not known. */
    public List<SectionLabel> scores(String headline, String body) {
        return scores(headline, body, Optional.empty());
    }

    /** All sections with their probability, highest first. */
    public List<SectionLabel> scores(String headline, String body, Optional<String> edition) {
        Scratch s = scratch.get();
        float[] margins = new float[sections.size()];
        margins(s, headline, body, edition, margins);
        List<SectionLabel> scores = new ArrayList<>(margins.length);
        for (int i = 0; i < margins.length; i++) {
            SectionDefinition section = sections.get(i);
            scores.add(new SectionLabel(section.name(), section.calibration().probability(margins[i]),
                    section.mediaTopic(), because(s, i, headline, body)));
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

    AbroadWeights abroadWeights() {
        return abroadWeights;
    }

    SectionModel with(List<SectionDefinition> newSections) {
        return new SectionModel(newSections, weights, abroadWeights, languages);
    }

    /** Fills in the margin of each section; returns how many different features the model knows in the article. */
    int margins(String headline, String body, Optional<String> edition, float[] margins) {
        return margins(scratch.get(), headline, body, edition, margins);
    }

    private int margins(Scratch s, String headline, String body, Optional<String> edition, float[] margins) {
        s.hasher.hash(headline, body);
        s.findKnown(weights);
        float squares = 0;
        Arrays.fill(margins, 0);
        for (int i = 0; i < s.known; i++) {
            int feature = s.features[i];
            float value = termFrequency(s.counts[feature]) * weights.idf(feature);
            s.counts[feature] = 0;
            s.values[i] = value;
            squares += value * value;
            weights.addTo(margins, feature, value);
        }
        s.unit = s.known == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        s.hasEdition = edition.isPresent() && s.abroad.read(headline, body, edition.get());
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margins[i] * s.unit * sections.get(i).weightScale() + sections.get(i).bias()
                    + (s.hasEdition ? abroadWeights.margin(s.abroad, i) : 0);
        }
        return s.known;
    }

    private List<Evidence> because(Scratch s, int section, String headline, String body) {
        SectionDefinition of = sections.get(section);
        double step = s.unit * of.weightScale() * of.calibration().slope();
        StrongestWords strongest = s.strongest;
        strongest.clear();
        for (int i = 0; i < s.known; i++) {
            double weight = s.values[i] * weights.weight(s.features[i], section) * step;
            if (weight > strongest.least()) {
                int position = s.positions[i];
                strongest.add(weight, s.hasher.startAt(position), s.hasher.endAt(position));
            }
        }
        if (s.hasEdition && s.abroad.firstAbroad() >= 0) {
            double weight = abroadWeights.margin(s.abroad, section) * of.calibration().slope();
            if (weight > strongest.least()) {
                strongest.add(weight, s.abroad.firstAbroad(), s.abroad.firstAbroadEnd());
            }
        }
        return strongest.evidence(headline, body);
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
        private final Abroad abroad;
        private final StrongestWords strongest = new StrongestWords();
        private final int[] counts;
        private int[] features = new int[1024];
        private int[] positions = new int[1024];
        private float[] values = new float[1024];
        private int known;
        private float unit;
        private boolean hasEdition;

        private Scratch(int size, PlaceNames names) {
            counts = new int[size];
            abroad = new Abroad(names);
        }

        /** Each known feature once, with how often it stands in the article and where first. */
        private void findKnown(SectionWeights weights) {
            known = 0;
            if (features.length < hasher.size()) {
                features = new int[hasher.size() * 2];
                positions = new int[features.length];
                values = new float[features.length];
            }
            for (int i = 0; i < hasher.size(); i++) {
                int feature = weights.feature(hasher.hashAt(i));
                if (feature >= 0 && counts[feature]++ == 0) {
                    positions[known] = i;
                    features[known++] = feature;
                }
            }
        }
    }
}
