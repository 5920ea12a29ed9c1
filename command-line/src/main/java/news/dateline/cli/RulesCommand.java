package news.dateline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.enrich.tag.InvalidRule;
import news.dateline.enrich.tag.RuleBook;
import news.dateline.enrich.tag.TaggableArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Editors' tag rules: what is in force, and changes that every running enrich instance follows at once. */
@Command(name = "rules", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list | put | remove | test)", description = "Lists, puts, removes and tests tag rules: stored queries in Lucene's syntax.", footer = {
        "", "Fields: headline, body (both when none is named), exact (case kept), language, source, section.",
        "", "Examples:", "  dateline rules test 'harbour AND (strike OR \"walk out\"~2)' --since 24h",
        "  dateline rules put harbour-strikes --tag 'Harbour strikes' --query 'harbour AND strike'",
        "  dateline rules remove harbour-strikes"})
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which of list, put, remove and test?");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the rules in force.", footer = {
            "", "Example:", "  dateline rules list | grep harbour"})
    void list(@Option(names = "--json", description = "one JSON line for each rule") boolean json,
            @Mixin Addresses.Kafka kafka) {
        var rules = new RulesTopic(kafka).read().values();
        rules.forEach(rule -> {
            if (json) {
                Console.raw(ContractJson.mapper().writeValueAsString(rule));
            } else {
                Console.line(
                        "@|bold " + rule.ruleId() + "|@ v" + rule.version() + "  @|green #" + Console.plain(rule.tag())
                                + "|@  " + Console.plain(rule.query()));
            }
        });
        Console.note(rules.size() + " rules");
    }

    @Command(name = "put", mixinStandardHelpOptions = true, description = "Puts a rule in force, or its next version.", footer = {
            "", "Examples:",
            "  dateline rules put harbour-strikes --tag 'Harbour strikes' --query 'harbour AND strike'",
            "  dateline rules put lille --tag Lille --query 'exact:Lille' --parent france --comment 'city desk'"})
    void put(@Parameters(paramLabel = "ID", description = "lower-case words joined by hyphens") String id,
            @Option(names = "--tag", paramLabel = "TAG", required = true, description = "the tag as people read it") String tag,
            @Option(names = "--query", paramLabel = "QUERY", required = true, description = "in Lucene's query syntax") String query,
            @Option(names = "--parent", paramLabel = "ID", description = "a broader rule") Optional<String> parent,
            @Option(names = "--media-topic", paramLabel = "CODE", description = "IPTC Media Topic") Optional<String> code,
            @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who changes it") String author,
            @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "why") String comment,
            @Mixin Addresses.Kafka kafka) {
        // What is wrong with it is told before anybody waits for Kafka.
        rule(id, 1, tag, query, parent, code, author, comment);
        RulesTopic topic = new RulesTopic(kafka);
        Map<String, TagRule> rules = topic.read();
        int version = Optional.ofNullable(rules.get(id)).map(known -> known.version() + 1).orElse(1);
        TagRule rule = rule(id, version, tag, query, parent, code, author, comment);
        parent.filter(broader -> !rules.containsKey(broader)).ifPresent(unknown -> {
            throw new Failure("there is no rule '" + unknown + "' to be the parent; see: dateline rules list");
        });
        topic.put(rule);
        Console.line("@|green in force:|@ " + id + " v" + version);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a rule out of force.", footer = {
            "", "Example:", "  dateline rules remove harbour-strikes"})
    void remove(@Parameters(paramLabel = "ID", description = "of a rule in force; see: dateline rules list") String id,
            @Mixin Addresses.Kafka kafka) {
        RulesTopic topic = new RulesTopic(kafka);
        if (!topic.read().containsKey(id)) {
            throw new Failure("there is no rule '" + id + "'; see: dateline rules list");
        }
        topic.remove(id);
        Console.line("@|green removed:|@ " + Console.plain(id));
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Tries a query on the articles in the stream, without putting it in force.", footer = {
            "", "Example:", "  dateline rules test 'headline:harbour AND (strike OR \"walk out\"~2)' --since 7d"})
    void test(@Parameters(paramLabel = "QUERY", description = "in Lucene's query syntax") String query,
            @Option(names = "--since", paramLabel = "TIME", defaultValue = "24h", converter = Beginning.Words.class, description = "articles written to the stream since: 24h, 7d, earliest, a date or a time (default: ${DEFAULT-VALUE})") Beginning since,
            @Option(names = "--examples", paramLabel = "N", defaultValue = "10", description = "how many to show (default: ${DEFAULT-VALUE})") int examples,
            @Mixin Addresses.Kafka kafka) {
        LogFile.none();
        TagRule rule = rule("test", 1, "test", query, Optional.empty(), Optional.empty(), "", "");
        List<String> shown = new ArrayList<>();
        long[] counts = new long[2];
        try (RuleBook book = new RuleBook(); EnrichedStream stream = EnrichedStream.open(kafka, since)) {
            book.put(rule);
            stream.readToEnd(entry -> {
                EnrichedArticle article = Topics.ENRICHED.value().deserializer().deserialize(entry.topic(),
                        entry.value());
                if (article == null || article.labels().isEmpty()) {
                    return;
                }
                counts[0]++;
                book.tags(taggable(article, article.labels().get())).forEach(label -> {
                    counts[1]++;
                    if (shown.size() < examples) {
                        shown.add(example(article, label));
                    }
                });
            });
        } catch (InvalidRule e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
        shown.forEach(Console::line);
        Console.line("@|bold " + counts[1] + "|@ of " + counts[0] + " articles match");
    }

    private static String example(EnrichedArticle article, TagLabel label) {
        return Console.plain(article.headline()) + "  @|faint " + Console.plain(String.join(", ", label.matched()))
                + "|@";
    }

    private static TaggableArticle taggable(EnrichedArticle article, Labels labels) {
        return new TaggableArticle(article.headline(), article.body().isEmpty() ? article.summary() : article.body(),
                labels.language().orElse(""), article.source().name(),
                labels.sections().stream().map(SectionLabel::section).toList());
    }

    /** A rule that can be run; a bad one is refused here and never reaches the stream. */
    private static TagRule rule(String id, int version, String tag, String query, Optional<String> parent,
            Optional<String> mediaTopic, String author, String comment) {
        try {
            TagRule rule = new TagRule(TagRule.SCHEMA_VERSION, id, version, tag, query, parent, mediaTopic, author,
                    comment,
                    Instant.now());
            RuleBook.check(rule);
            return rule;
        } catch (InvalidRule | IllegalArgumentException e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
    }
}
