package news.dateline.enrich.language;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.dateline.enrich.evaluate.Aim;
import news.dateline.enrich.evaluate.Evaluation;
import news.dateline.enrich.evaluate.Figure;

/**
 * Measures how often the language of a single sentence is told, and how often a text in two languages is said to be in
 * none, on the sentences of SIB-200: a file for each language, the sentence in its last column.
 */
public final class LanguageEvaluation implements Evaluation {
    private static final String FOLDER = "languages/sib200";
    private static final double RIGHT = 0.99;

    /** The collection has the codes of single languages where the model has those of their families. */
    private static final Map<String, String> FURTHER_CODES = Map.of("arb", "ar", "zsm", "ms", "swh", "sw", "zho", "zh",
            "azj", "az", "uzn", "uz", "npi", "ne", "khk", "mn", "als", "sq", "pbt", "ps");

    /** Every so many sentences one is put before one of each other language. */
    private static final int MIXED_STEP = 12;

    @Override
    public String name() {
        return "language";
    }

    @Override
    public boolean isPossibleWith(Path data) {
        return Files.isDirectory(data.resolve(FOLDER));
    }

    @Override
    public List<Figure> measure(Path data, PrintStream progress) throws IOException {
        LanguageDetector detector = new LanguageDetector();
        Map<String, List<String>> sentences = sentences(data.resolve(FOLDER));
        int all = 0;
        int right = 0;
        for (Map.Entry<String, List<String>> entry : sentences.entrySet()) {
            long ofLanguage = entry.getValue().stream()
                    .filter(text -> detector.detect(text).filter(entry.getKey()::equals).isPresent()).count();
            if (ofLanguage < entry.getValue().size() * RIGHT) {
                progress.printf("language %s: %d of %d%n", entry.getKey(), ofLanguage, entry.getValue().size());
            }
            all += entry.getValue().size();
            right += (int) ofLanguage;
        }
        int languages = sentences.size();
        return List.of(
                Figure.aimed("language, one sentence in " + languages + " languages", "right", (double) right / all,
                        new Aim.AtLeast(RIGHT), all),
                mixed(detector, sentences));
    }

    /** Two sentences of one language, then two of another in the same script or not. */
    private static Figure mixed(LanguageDetector detector, Map<String, List<String>> sentences) {
        int texts = 0;
        int unknown = 0;
        List<String> languages = List.copyOf(sentences.keySet());
        for (int i = 0; i < languages.size(); i++) {
            for (int other = i + 1; other < languages.size(); other += 3) {
                List<String> first = sentences.get(languages.get(i));
                List<String> second = sentences.get(languages.get(other));
                for (int at = 0; at + 1 < Math.min(first.size(), second.size()); at += MIXED_STEP) {
                    String text = String.join(" ", first.get(at), first.get(at + 1), second.get(at),
                            second.get(at + 1));
                    texts++;
                    unknown += detector.detect(text).isEmpty() ? 1 : 0;
                }
            }
        }
        return Figure.shown("language, two sentences each of two languages", "unknown",
                texts == 0 ? 0 : (double) unknown / texts, texts);
    }

    private static Map<String, List<String>> sentences(Path folder) throws IOException {
        Map<String, List<String>> sentences = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
                String code = file.getFileName().toString().split("[_.]", 2)[0];
                Optional<String> tag = NewsLanguages.tagOf(code)
                        .or(() -> Optional.ofNullable(FURTHER_CODES.get(code)));
                if (tag.isPresent()) {
                    sentences.computeIfAbsent(tag.get(), first -> new ArrayList<>()).addAll(lastColumn(file));
                }
            }
        }
        return sentences;
    }

    private static List<String> lastColumn(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .filter(text -> !text.isBlank()).toList();
    }
}
