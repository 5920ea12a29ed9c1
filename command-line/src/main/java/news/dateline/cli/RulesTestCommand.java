package news.dateline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.RulesInForce;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleTrial;
import news.dateline.tags.RuleTrial.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries rules on the articles in the stream, and says what would change. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Tries a rule on the articles in the stream, without putting it in force.", footer = {
        "", "RULE is a query, the id of a rule in force, or a YAML file of rules (a list of id, tag, query, and where",
        "wanted mentions). A query is compared with the rule in force that --against names, a rule of a file with the",
        "one of its id: '+' are articles that would gain the tag, '-' those that would lose it. An article whose text",
        "changed since then counts once for each text that the topic still has.", "", "Examples:",
        "  dateline rules test 'headline:harbour AND (strike OR \"walk out\"~2)' --since 7d",
        "  dateline rules test 'harbour AND strike' --against harbour-strikes --mentions 2",
        "  dateline rules test harbour-strikes", "  dateline rules test city-desk.yaml --since earliest --json"})
final class RulesTestCommand implements Runnable {
    private static final String UNNAMED = "test";

    @Parameters(paramLabel = "RULE", description = "a query in Lucene's syntax, a rule's id or a YAML file of rules")
    private String rule;

    @Option(names = "--since", paramLabel = "TIME", defaultValue = "24h", converter = Beginning.Words.class, description = "articles written to the stream since: 24h, 7d, earliest, a date or a time (default: ${DEFAULT-VALUE})")
    private Beginning since;

    @Option(names = "--against", paramLabel = "ID", description = "the rule in force to compare a query with")
    private Optional<String> against = Optional.empty();

    @Option(names = "--mentions", paramLabel = "N", description = "how many places must match; for a query")
    private Optional<Integer> mentions = Optional.empty();

    @Option(names = "--examples", paramLabel = "N", defaultValue = "10", description = "how many to show of each kind (default: ${DEFAULT-VALUE})")
    private int examples;

    @Option(names = "--json", description = "the result as one JSON object")
    private boolean json;

    @Mixin
    private Addresses.Kafka kafka;

    @Override
    public void run() {
        LogFile.none();
        if (examples < 0) {
            throw new Failure("--examples must be 0 or more, not " + examples);
        }
        List<TagRule> unread = fromFile();
        if (unread.isEmpty() && !isId()) {
            // What is wrong with a query is told before anybody waits for Kafka.
            RulesCommand.refuseInvalid(query(UNNAMED));
        }
        Map<String, TagRule> known = kafka.ask(RulesInForce::read);
        try (RuleTrial trial = new RuleTrial(rules(unread, known), known, examples);
                Progress progress = new Progress();
                EnrichedStream stream = EnrichedStream.open(kafka, since)) {
            stream.readToEnd(entry -> {
                EnrichedArticle article = Topics.ENRICHED.value().deserializer().deserialize(entry.topic(),
                        entry.value());
                if (article != null) {
                    trial.on(article);
                    tell(trial, progress);
                }
            });
            progress.clear();
            if (json) {
                Console.raw(ContractJson.mapper().writeValueAsString(asJson(trial)));
            } else {
                trial.results().forEach(result -> print(result, trial.articles()));
            }
        } catch (InvalidRule e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
    }

    private static void tell(RuleTrial trial, Progress progress) {
        if (trial.articles() % 1_000 == 1) {
            progress.step("articles read: " + trial.articles());
        }
    }

    private boolean isId() {
        return rule.matches("[a-z0-9]+(-[a-z0-9]+)*") && mentions.isEmpty() && against.isEmpty();
    }

    private List<TagRule> rules(List<TagRule> fromFile, Map<String, TagRule> known) {
        if (!fromFile.isEmpty()) {
            return fromFile;
        }
        if (isId() && known.containsKey(rule)) {
            return List.of(known.get(rule));
        }
        against.filter(id -> !known.containsKey(id)).ifPresent(unknown -> {
            throw new Failure("there is no rule '" + unknown + "' to compare with; see: dateline rules list");
        });
        if (isId() && rule.contains("-")) {
            Console.note("no rule in force is called " + rule + ": tried as a query");
        }
        return List.of(query(against.orElse(UNNAMED)));
    }

    private TagRule query(String id) {
        try {
            return new TagRule(TagRule.SCHEMA_VERSION, id, 1, id, rule, Optional.empty(), Optional.empty(), "", "",
                    Instant.now(), mentions);
        } catch (IllegalArgumentException e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
    }

    private List<TagRule> fromFile() {
        if (!rule.endsWith(".yaml") && !rule.endsWith(".yml")) {
            return List.of();
        }
        Path file = Path.of(rule);
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " does not exist");
        }
        return RuleFile.read(file);
    }

    private static void print(RuleTrial.Result result, long articles) {
        result.examples().forEach(example -> Console.line(sign(example.change())
                + Console.plain(example.headline().isEmpty() ? "(no headline)" : example.headline()) + "  @|faint "
                + Console.plain(String.join(", ", example.label().matched())) + "|@"));
        long matched = result.count(Change.KEPT) + result.count(Change.GAINED);
        Console.line((result.rule().ruleId().equals(UNNAMED) ? "" : result.rule().ruleId() + ": ") + "@|bold "
                + matched + "|@ of " + articles + " articles match" + result.against().map(inForce -> "; against v"
                        + inForce.version() + " in force: @|green +" + result.count(Change.GAINED)
                        + "|@ gained, @|red -"
                        + result.count(Change.LOST) + "|@ lost").orElse(""));
        result.neverSeen().forEach(value -> Console.line("  no article has @|yellow " + Console.plain(value) + "|@"));
    }

    private static String sign(Change change) {
        return switch (change) {
            case KEPT -> "  ";
            case GAINED -> "@|green +|@ ";
            case LOST -> "@|red -|@ ";
        };
    }

    private static Map<String, Object> asJson(RuleTrial trial) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (RuleTrial.Result result : trial.results()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", result.rule().ruleId());
            one.put("query", result.rule().query());
            one.put("matched", result.count(Change.KEPT) + result.count(Change.GAINED));
            result.against().ifPresent(inForce -> {
                one.put("versionInForce", inForce.version());
                one.put("gained", result.count(Change.GAINED));
                one.put("lost", result.count(Change.LOST));
            });
            one.put("neverSeen", result.neverSeen());
            one.put("examples", result.examples().stream().map(RulesTestCommand::asJson).toList());
            rules.add(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("articles", trial.articles());
        all.put("rules", rules);
        return all;
    }

    private static Map<String, Object> asJson(RuleTrial.Example example) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("articleId", example.articleId());
        one.put("headline", example.headline());
        one.put("change", example.change().name().toLowerCase(Locale.ROOT));
        one.put("matched", example.label().matched());
        one.put("matches", example.label().matches());
        return one;
    }
}
