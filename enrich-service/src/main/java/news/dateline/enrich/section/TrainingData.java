package news.dateline.enrich.section;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionNames.Label;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of labelled articles.
 *
 * <p>Any {@code *.ndjson} or {@code *.jsonl} file (gzipped or not) with lines of {@code publisher}, {@code headline},
 * {@code text} and {@code sections}, perhaps {@code publishedAt}, is a collection of its own. Files with the names of the public collections that the
 * bundled model is trained on are read in those collections' own shapes, and so are folders named {@code sections} and
 * {@code stream}.
 */
public final class TrainingData {
    static final String PUBLISHER_SECTIONS = "newsapi_publisher_sections";
    static final String AGGREGATOR_CATEGORIES = "newsapi_categories";
    static final String BBC_FULL_TEXT = "bbc_fulltext";
    static final String SUMMARIES = "inshorts";
    static final String HEADLINES = "huffpost_headlines";
    static final String STREAM = "newsapi_week";
    /** Articles of the stream and of the aggregator, labelled by the section in their publisher's address. */
    static final String ADDRESS_SECTIONS = "sections_in_addresses";
    /** Folders of the shared data; others below the given one are not read. */
    private static final Set<String> FOLDERS = Set.of("sections", "stream");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<LabelledArticle> articles = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final LanguageDetector languages = new LanguageDetector();

    private TrainingData() {
    }

    /** All labelled articles under the folder, exact duplicates within a collection and furniture removed. */
    public static List<LabelledArticle> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder of training data: " + folder);
        }
        TrainingData data = new TrainingData();
        data.readFolder(folder);
        if (data.articles.isEmpty()) {
            throw new IOException("no labelled articles in " + folder);
        }
        return RepeatedText.removeFrom(data.articles);
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            // What publishers label goes first: the same address elsewhere adds nothing.
            entries = listed.sorted(Comparator.comparing((Path entry) -> !isLabelledByPublishers(entry))
                    .thenComparing(Comparator.naturalOrder())).toList();
        }
        for (Path entry : entries) {
            if (Files.isDirectory(entry) && FOLDERS.contains(entry.getFileName().toString())) {
                readFolder(entry);
            } else {
                readEntry(entry);
            }
        }
    }

    /** Whether the file's name is that of labelled articles. */
    static boolean isLabelledArticles(Path entry) {
        return entry.getFileName().toString().matches(".*\\.(ndjson|jsonl)(\\.gz)?");
    }

    private static boolean isLabelledByPublishers(Path entry) {
        return entry.getFileName().toString().startsWith(PUBLISHER_SECTIONS);
    }

    private void readEntry(Path entry) throws IOException {
        String name = entry.getFileName().toString();
        if (isLabelledByPublishers(entry)) {
            readLines(entry, line -> {
                addresses.add(line.path("url").asString(""));
                addItem(line, PUBLISHER_SECTIONS,
                        SectionNames.PUBLISHER_SECTIONS.get(line.path("label").asString("")));
            });
        } else if (name.startsWith(AGGREGATOR_CATEGORIES)) {
            readLines(entry, line -> {
                addItem(line, AGGREGATOR_CATEGORIES,
                        SectionNames.AGGREGATOR_CATEGORIES.get(line.path("category").asString("")));
                addByAddress(line.path("url").asString(""), line.path("publishedAt").asString(""), line);
            });
        } else if (name.startsWith(STREAM)) {
            readLines(entry, line -> addByAddress(line.path("url").asString(""), line.path("publishedAt").asString(""),
                    line.path("versions").path(line.path("versions").size() - 1)));
        } else if (name.startsWith(HEADLINES)) {
            readLines(entry, line -> add(HEADLINES, "huffpost.com", "", line.path("raw").asString(""), "",
                    SectionNames.HEADLINE_CATEGORIES.get(line.path("label").asInt(-1))));
        } else if (name.equals(BBC_FULL_TEXT)) {
            readBbc(entry);
        } else if (name.equals(SUMMARIES)) {
            readSummaries(entry);
        } else if (isLabelledArticles(entry)) {
            readLines(entry, line -> addGeneric(name, line));
        }
    }

    private void addItem(JsonNode line, String collection, Label label) {
        String title = line.path("title").asString("");
        add(collection, PublisherSite.domain(line.path("host").asString("")), line.path("publishedAt").asString(""),
                withoutSource(title),
                SectionText.of(line.path("description").asString(""), line.path("content").asString("")), label,
                source(title));
    }

    private void addByAddress(String address, String publishedAt, JsonNode item) {
        Optional<String> section = AddressSections.label(address);
        String title = item.path("title").asString("");
        String headline = withoutSource(title);
        String text = SectionText.of(item.path("description").asString(""), item.path("content").asString(""));
        if (section.isPresent() && languages.detect(headline + "\n" + text).equals(Optional.of("en"))
                && addresses.add(address)) {
            add(ADDRESS_SECTIONS, PublisherSite.domain(URI.create(address).getHost()), publishedAt, headline, text,
                    SectionNames.PUBLISHER_SECTIONS.get(section.get()), source(title));
        }
    }

    private void addGeneric(String collection, JsonNode line) {
        if (line.has("sections") && !line.path("sections").isArray()) {
            throw new IllegalArgumentException("sections must be a list");
        }
        Set<String> sections = new TreeSet<>();
        line.path("sections").forEach(section -> sections.add(section.asString()));
        Set<String> unknown = new TreeSet<>();
        line.path("unknown").forEach(section -> unknown.add(section.asString()));
        add(collection, line.path("publisher").asString(collection), line.path("publishedAt").asString(""),
                line.path("headline").asString(""), line.path("text").asString(""), new Label(sections, unknown));
    }

    private void readBbc(Path folder) throws IOException {
        for (Map.Entry<String, Label> section : new TreeMap<>(SectionNames.BBC_FOLDERS).entrySet()) {
            List<Path> files;
            try (Stream<Path> listed = Files.list(folder.resolve(section.getKey()))) {
                files = listed.sorted().toList();
            }
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                int headlineEnd = text.indexOf('\n');
                add(BBC_FULL_TEXT, "bbc.co.uk", "", text.substring(0, headlineEnd).strip(),
                        text.substring(headlineEnd).strip(), section.getValue());
            }
        }
    }

    /** One summary may stand under several categories: then all of them are right. */
    private void readSummaries(Path folder) throws IOException {
        Map<String, List<String>> rowByText = new LinkedHashMap<>();
        Map<String, Set<String>> categoriesByText = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
        for (Path file : files) {
            for (List<String> row : CsvRows.parse(Files.readString(file))) {
                if (row.size() >= 4 && SectionNames.SUMMARY_CATEGORIES.containsKey(row.get(3))) {
                    rowByText.putIfAbsent(row.get(2), row);
                    categoriesByText.computeIfAbsent(row.get(2), t -> new TreeSet<>()).add(row.get(3));
                }
            }
        }
        rowByText.forEach((text, row) -> {
            Set<String> sections = new TreeSet<>();
            Set<String> unknown = new TreeSet<>();
            for (String category : categoriesByText.get(text)) {
                sections.addAll(SectionNames.SUMMARY_CATEGORIES.get(category).sections());
                unknown.addAll(SectionNames.SUMMARY_CATEGORIES.get(category).unknown());
            }
            unknown.removeAll(sections);
            add(SUMMARIES, "inshorts.com", "", row.get(1), text, new Label(sections, unknown));
        });
    }

    private void add(String collection, String publisher, String publishedAt, String headline, String body,
            Label label) {
        add(collection, publisher, publishedAt, headline, body, label, Set.of());
    }

    private void add(String collection, String publisher, String publishedAt, String headline, String body,
            Label label, Set<String> furniture) {
        boolean told = label != null && !(headline.isBlank() && body.isBlank());
        if (told && seen.add(collection + '\n' + headline + '\n' + body)) {
            articles.add(new LabelledArticle(collection, publisher, publishedAt, headline, body, label.sections(),
                    label.unknown(), furniture));
        }
    }

    private static void readLines(Path file, Consumer<JsonNode> reader) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.accept(JSON.readTree(line));
                }
            }
        } catch (JacksonException | UncheckedIOException e) {
            throw new IOException(file + ", line " + number + ": not a JSON object", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    /** News aggregators put the source's name after the last dash of a title. */
    static String withoutSource(String title) {
        return title.substring(0, sourceStart(title));
    }

    /** The source's name as furniture: some publishers have one for each section. */
    static Set<String> source(String title) {
        Set<String> keys = new TreeSet<>();
        Furniture.addKeys(title.substring(sourceStart(title)), keys);
        return keys;
    }

    private static int sourceStart(String title) {
        int dash = title.lastIndexOf(" - ");
        return dash > 0 && title.length() - dash < 40 ? dash : title.length();
    }
}
