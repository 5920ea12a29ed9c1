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
    private final PublisherHabits habits;
    private final Set<String> languages;
    private final String version;
    private final ThreadLocal<Scratch> scratch;

    SectionModel(List<SectionDefinition> sections, SectionWeights weights, AbroadWeights abroadWeights,
            PublisherHabits habits, Set<String> languages) {
        this.sections = List.copyOf(sections);
        this.weights = Objects.requireNonNull(weights, "weights");
        this.abroadWeights = Objects.requireNonNull(abroadWeights, "abroadWeights");
        this.habits = Objects.requireNonNull(habits, "habits");
        this.languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        if (weights.sections() != sections.size() || abroadWeights.sections() != sections.size()
                || habits.all().stream().anyMatch(habit -> habit.constants().length != sections.size())) {
            throw new IllegalArgumentException("weights of " + weights.sections() + " sections, names of "
                    + sections.size());
        }
        this.version = "sections-" + String.join("-", this.languages) + "-" + SectionModelFile.fingerprint(this);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(weights, abroadWeights.names()));
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

    /** The sections that fit, highest first; none where hardly a word is known. */
    public List<SectionLabel> label(String headline, String body, Provenance provenance) {
        Scratch s = scratch.get();
        Judgement judged = judge(s, headline, body, provenance);
        if (s.words.size() < FEWEST_KNOWN) {
            return List.of();
        }
        return labels(s, judged, headline, body, false);
    }

    /** As {@link #label(String, String, Provenance)}, where nothing but the text is known. */
    public List<SectionLabel> label(String headline, String body) {
        return label(headline, body, Provenance.UNKNOWN);
    }

    /** As {@link #scores(String, String, Provenance)}, where nothing but the text is known. */
    public List<SectionLabel> scores(String headline, String body) {
        return scores(headline, body, Provenance.UNKNOWN);
    }

    /** All sections with their probability, highest first. */
    public List<SectionLabel> scores(String headline, String body, Provenance provenance) {
        Scratch s = scratch.get();
        return labels(s, judge(s, headline, body, provenance), headline, body, true);
    }

    private List<SectionLabel> labels(Scratch s, Judgement judged, String headline, String body, boolean all) {
        List<SectionLabel> labels = new ArrayList<>(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            if (all || judged.isGiven(i)) {
                labels.add(new SectionLabel(sections.get(i).name(), judged.score(i), sections.get(i).mediaTopic(),
                        because(s, judged, i, headline, body)));
            }
        }
        labels.sort(Comparator.comparingDouble(SectionLabel::score).reversed());
        return List.copyOf(labels);
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

    PublisherHabits habits() {
        return habits;
    }

    SectionModel with(List<SectionDefinition> newSections) {
        return new SectionModel(newSections, weights, abroadWeights, habits, languages);
    }

    SectionModel with(PublisherHabits newHabits) {
        return new SectionModel(sections, weights, abroadWeights, newHabits, languages);
    }

    /** How probable each section is, and whether it is given. */
    Judgement judge(String headline, String body, Provenance provenance) {
        return judge(scratch.get(), headline, body, provenance);
    }

    private Judgement judge(Scratch s, String headline, String body, Provenance provenance) {
        float[] margins = new float[sections.size()];
        margins(s, headline, body, provenance.edition(), margins);
        Judgement judged = Judgement.ofText(margins, sections);
        if (s.hasEdition) {
            judged = judged.keeping(wordsAlone(s, margins));
        }
        Optional<HabitTable> habit = provenance.publisher().flatMap(habits::of);
        if (habit.isPresent()) {
            HabitTable of = habit.get();
            int[] furniture = of.furniture(provenance.received().isEmpty()
                    ? List.of(headline, body)
                    : provenance.received());
            judged = judged.withHabit(of.logOdds(margins, s.words, furniture), HabitTable.share(s.hasher.size()),
                    of.habit());
        }
        return provenance.declared().isEmpty()
                ? judged
                : judged.withDeclared(DeclaredSections.among(sections, provenance.declared()));
    }

    /** The margins without what the places told. */
    private float[] wordsAlone(Scratch s, float[] margins) {
        float[] alone = margins.clone();
        for (int i = 0; i < alone.length; i++) {
            alone[i] -= abroadWeights.margin(s.abroad, i);
        }
        return alone;
    }

    /** Fills in the margin of each section; returns how many different features the model knows in the article. */
    int margins(String headline, String body, Optional<String> edition, float[] margins) {
        return margins(scratch.get(), headline, body, edition, margins);
    }

    /** The features of an article that the model knows; good until the same thread asks for the next. */
    KnownWords words(String headline, String body) {
        Scratch s = scratch.get();
        margins(s, headline, body, Optional.empty(), new float[sections.size()]);
        return s.words;
    }

    private int margins(Scratch s, String headline, String body, Optional<String> edition, float[] margins) {
        s.hasher.hash(headline, body);
        KnownWords words = s.words;
        words.read(s.hasher);
        Arrays.fill(margins, 0);
        for (int i = 0; i < words.size(); i++) {
            weights.addTo(margins, words.slot(i), words.value(i));
        }
        s.hasEdition = edition.isPresent() && s.abroad.read(headline, body, edition.get());
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margins[i] * words.unit() * sections.get(i).weightScale() + sections.get(i).bias()
                    + (s.hasEdition ? abroadWeights.margin(s.abroad, i) : 0);
        }
        return words.size();
    }

    private List<Evidence> because(Scratch s, Judgement judged, int section, String headline, String body) {
        SectionDefinition of = sections.get(section);
        KnownWords words = s.words;
        double step = words.unit() * of.weightScale() * of.calibration().slope();
        StrongestWords strongest = s.strongest;
        strongest.clear(headline, body);
        float least = (float) (strongest.least() / step);
        for (int i = 0; i < words.size(); i++) {
            float weight = words.value(i) * weights.weight(words.slot(i), section);
            if (weight > least) {
                strongest.add(weight * step, s.hasher.startAt(words.position(i)), s.hasher.endAt(words.position(i)));
                least = (float) (strongest.least() / step);
            }
        }
        if (s.hasEdition && s.abroad.firstAbroad() >= 0) {
            double weight = abroadWeights.margin(s.abroad, section) * of.calibration().slope();
            if (weight > strongest.least()) {
                strongest.add(weight, s.abroad.firstAbroad(), s.abroad.firstAbroadEnd());
            }
        }
        return strongest.evidence(judged.besideText(section));
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
        private final KnownWords words;
        private final Abroad abroad;
        private final StrongestWords strongest = new StrongestWords();
        private boolean hasEdition;

        private Scratch(SectionWeights weights, PlaceNames names) {
            words = new KnownWords(weights);
            abroad = new Abroad(names);
        }
    }
}
