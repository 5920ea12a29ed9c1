package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.RawArticle;
import news.dateline.contract.SectionLabel;
import news.dateline.enrich.Edition;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.Provenance;
import news.dateline.enrich.section.SectionModel;
import news.dateline.enrich.section.SectionText;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import news.dateline.ingest.format.ArticleLines;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.PushFormat;
import news.dateline.ingest.format.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs the pure enrichment steps on files: no broker, no database. */
@Command(name = "enrich", mixinStandardHelpOptions = true, description = "Enriches NDJSON in the push format: one line out for each line in, in order; needs no broker.", footer = {
        "",
        "A .json file is one article, an .html or .txt file one page; any may be packed with gzip. What can't be read",
        "gives a line with its problem, and exit status 1.", "", "Examples:",
        "  dateline enrich articles.ndjson --explain > enriched.ndjson",
        "  echo '{\"headline\":\"Harbour reopens\",\"url\":\"https://news.example/1\"}' | dateline enrich"})
final class EnrichCommand implements Callable<Integer> {
    private static final int MAX_ARTICLE_BYTES = 2 * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE|-", defaultValue = "-", description = "default: standard input")
    private String file;

    @Option(names = "--explain", description = "add every section's score and its strongest words, not only of those that are given")
    private boolean explain;

    @Option(names = "--rules", paramLabel = "FILE", description = "rules as YAML, in place of the starter set")
    private Optional<Path> rulesFile = Optional.empty();

    @Option(names = "--section-model", paramLabel = "FILE", description = "a section model that dateline train wrote; default: the one that comes with the program")
    private Optional<Path> sectionModel = Optional.empty();

    @Option(names = "--edition", paramLabel = "COUNTRY", defaultValue = "publisher", description = "the country that is home, so that news from elsewhere is World: publisher, none, or a code such as GB; default: ${DEFAULT-VALUE}")
    private String editionWord;

    private final Clock clock = Clock.systemUTC();
    private SectionModel sections;
    private Edition edition;
    private long unreadable;

    @Override
    public Integer call() {
        LogFile.none();
        edition = Edition.read(editionWord).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--edition must be " + Edition.RULE.replace("`", "")));
        sections = sections();
        try (RuleBook rules = rules(); InputStream in = open()) {
            Enricher enricher = new Enricher(new LanguageDetector(), sections, edition, rules, clock);
            PushBytes given = PushBytes.of(in);
            Optional<MediaType> whole = wholeFile(given.beginning());
            if (whole.isPresent()) {
                Console.raw(enrich(enricher, whole.get(), given.stream().readNBytes(MAX_ARTICLE_BYTES + 1), 1));
                return status();
            }
            ArticleLines lines = new ArticleLines(given.stream(), MAX_ARTICLE_BYTES);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                Console.raw(enrich(enricher, MediaType.JSON, line.get().bytes(), line.get().number()));
            }
            return status();
        } catch (IOException e) {
            throw new Failure("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    private SectionModel sections() {
        try {
            return sectionModel.isPresent() ? SectionModel.load(sectionModel.get()) : SectionModel.bundled();
        } catch (IOException e) {
            throw new Failure("can't read the section model: " + e.getMessage(), e);
        }
    }

    private int status() {
        if (unreadable > 0) {
            Console.note(unreadable + " could not be read; each has a line with its problem");
        }
        return unreadable == 0 ? 0 : 1;
    }

    /** The media type of a file that is one article; empty where each line is one, as always on standard input. */
    private Optional<MediaType> wholeFile(byte[] beginning) {
        if (file.equals(NamedDocument.STANDARD_INPUT)) {
            return Optional.empty();
        }
        Optional<String> type = ContentType.ofFile(file, beginning);
        if (type.filter(PushFile.WARC::equals).isPresent()) {
            throw new Failure(file + " is a web archive: dateline push takes its pages");
        }
        if (type.filter(told -> MediaType.of(Optional.of(told)).isFeed()).isPresent()) {
            throw new Failure(file + " is a feed document: dateline feed prints its articles");
        }
        boolean oneJson = PushFile.mediaType(file).filter(PushFile.JSON::equals).isPresent();
        return type.filter(told -> oneJson || !told.equals(PushFile.JSON)).filter(told -> !told.equals(PushFile.LINES))
                .map(told -> MediaType.of(Optional.of(told)));
    }

    private InputStream open() throws IOException {
        if (file.equals(NamedDocument.STANDARD_INPUT)) {
            return System.in;
        }
        refuseUnreadable(Path.of(file));
        return Files.newInputStream(Path.of(file));
    }

    private static void refuseUnreadable(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Failure(path + (Files.exists(path) ? " is no file that can be read" : " does not exist"));
        }
    }

    private RuleBook rules() {
        RuleBook book = new RuleBook();
        try {
            if (rulesFile.isPresent()) {
                refuseUnreadable(rulesFile.get());
                book.putAll(RuleFile.read(rulesFile.get()));
            } else {
                book.putAll(StarterRules.all(clock.instant()));
            }
            return book;
        } catch (InvalidRule e) {
            throw new Failure("a rule is invalid: " + e.getMessage(), e);
        }
    }

    private String enrich(Enricher enricher, MediaType type, byte[] article, int line) {
        if (article.length > MAX_ARTICLE_BYTES) {
            return problem(line, Reading.Refused.tooLarge(MAX_ARTICLE_BYTES).sentence());
        }
        return switch (PushFormat.read(type, GivenFields.NONE, article, clock.instant())) {
            case Reading.Accepted(RawArticle raw) ->
                json(raw, enricher.enrich(raw, Math.max(1, raw.revision().orElse(1L))));
            case Reading.Refused refused -> problem(line, refused.sentence());
        };
    }

    private String json(RawArticle raw, EnrichedArticle article) {
        if (!explain) {
            return ContractJson.mapper().writeValueAsString(article);
        }
        String text = article.body().isEmpty() ? article.summary() : article.body();
        Provenance provenance = edition.provenance(raw, text, article.dateline());
        List<SectionLabel> scores = sections.scores(article.headline(),
                SectionText.of(article.summary(), article.body()), provenance);
        var tree = (ObjectNode) ContractJson.mapper().<JsonNode>valueToTree(article);
        Map<String, Object> explanation = new LinkedHashMap<>();
        explanation.put("edition", provenance.edition().orElse("none"));
        explanation.put("sectionScores", bySection(scores, SectionLabel::score));
        explanation.put("sectionWords", bySection(scores, SectionLabel::because));
        tree.set("explanation", ContractJson.mapper().valueToTree(explanation));
        return tree.toString();
    }

    private static Map<String, Object> bySection(List<SectionLabel> scores, Function<SectionLabel, Object> of) {
        Map<String, Object> bySection = new LinkedHashMap<>();
        scores.forEach(score -> bySection.put(score.section(), of.apply(score)));
        return bySection;
    }

    private String problem(int line, String sentence) {
        unreadable++;
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", line);
        told.put("problem", sentence);
        return ContractJson.mapper().writeValueAsString(told);
    }
}
