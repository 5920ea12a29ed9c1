package news.dateline.enrich.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import news.dateline.contract.ArticleId;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;
import news.dateline.enrich.Edition;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.evaluate.Aim;
import news.dateline.enrich.evaluate.Evaluation;
import news.dateline.enrich.evaluate.Figure;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the starter rules on articles of a real week that were judged by hand for 30 tags. */
public final class TagEvaluation implements Evaluation {
    private static final String WEEK = "stream/newsapi_week_2020-05-11.jsonl.gz";

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public boolean isPossibleWith(Path data) {
        return Files.isReadable(data.resolve(WEEK));
    }

    @Override
    public List<Figure> measure(Path data, PrintStream progress) throws IOException {
        Counts strict = count(data, JudgedArticles.of("strict"));
        Counts development = count(data, JudgedArticles.of("development"));
        Counts aside = count(data, JudgedArticles.of("aside"));
        return List.of(
                Figure.shown("tags, improved on, a strict judge", "precision", strict.precision(), strict.articles()),
                Figure.shown("tags, improved on, a strict judge", "recall", strict.recall(), strict.articles()),
                Figure.shown("tags, improved on", "precision", development.precision(), development.articles()),
                Figure.shown("tags, improved on", "recall", development.recall(), development.articles()),
                Figure.aimed("tags, kept aside", "precision", aside.precision(), new Aim.AtLeast(.97),
                        aside.articles()),
                Figure.aimed("tags, kept aside", "recall", aside.recall(), new Aim.AtLeast(.90), aside.articles()));
    }

    /** What the rules gave beside what an editor would have given. */
    private record Counts(int articles, long right, long wrong, long missed) {
        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }
    }

    private static Counts count(Path data, JudgedArticles judged) throws IOException {
        Map<String, Set<String>> given = given(data.resolve(WEEK), judged);
        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (Map.Entry<String, Set<String>> article : judged.given().entrySet()) {
            Set<String> tags = new HashSet<>(given.getOrDefault(article.getKey(), Set.of()));
            tags.removeAll(judged.disputed().get(article.getKey()));
            long both = tags.stream().filter(article.getValue()::contains).count();
            right += both;
            wrong += tags.size() - both;
            missed += article.getValue().size() - both;
        }
        return new Counts(given.size(), right, wrong, missed);
    }

    private static Map<String, Set<String>> given(Path week, JudgedArticles judged) throws IOException {
        Map<String, Set<String>> given = new HashMap<>();
        try (RuleBook rules = new RuleBook();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(week)), StandardCharsets.UTF_8))) {
            rules.putAll(StarterRules.all(Instant.EPOCH));
            Enricher enricher = new Enricher(new LanguageDetector(), SectionModel.bundled(), new Edition.OfPublisher(),
                    rules, Clock.systemUTC());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                RawArticle raw = raw(JsonMapper.shared().readTree(line));
                if (judged.given().containsKey(raw.articleId())) {
                    given.put(raw.articleId(), judgedTags(enricher.enrich(raw, 1), judged.tags()));
                }
            }
        } catch (InvalidRule e) {
            throw new IllegalStateException("the starter set is valid", e);
        }
        return given;
    }

    private static Set<String> judgedTags(EnrichedArticle article, Set<String> judged) {
        return article.labels().orElseThrow().tags().stream().map(TagLabel::rule).filter(judged::contains)
                .collect(Collectors.toSet());
    }

    /** The last text of an article that the week has; the data cut it off and says how much is missing. */
    private static RawArticle raw(JsonNode article) {
        JsonNode text = article.path("versions").path(article.path("versions").size() - 1);
        Source source = new Source(article.path("source").path("name").asString(""), Optional.empty());
        Optional<String> url = Optional.of(article.path("url").asString(""));
        String content = text.path("content").asString("").replaceFirst("\\[\\+\\d+ chars\\]$", "").strip();
        Optional<Instant> published = Optional.of(article.path("publishedAt").asString(""))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse);
        return new RawArticle(RawArticle.SCHEMA_VERSION,
                ArticleId.of(source, Optional.empty(), url, text.path("title").asString(""), Instant.EPOCH),
                Optional.empty(), url, source, text.path("title").asString(""), text.path("description").asString(""),
                new Content(Content.PLAIN, content), List.of(), Declared.NOTHING, Optional.empty(),
                PublicationStatus.USABLE, published, Optional.empty(), Instant.EPOCH);
    }
}
