package news.dateline.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.RuleChange;
import news.dateline.contract.registry.RulesInForce;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Editors' tag rules: what is in force, and changes that every running enrich instance follows at once. */
@Command(name = "rules", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list | show | log | put | remove | test)", subcommands = RulesTestCommand.class, description = "Lists, puts, removes and tests tag rules: stored queries in Lucene's syntax.", footer = {
        "",
        "Fields: headline, body (both when none is named; body has the summary in it), exact (case kept), language,",
        "source, section, published (2026-11-03, 2026-11), place (no, us-ga), home (the publisher's country: no). Words are",
        "joined by AND, OR, NOT and parentheses; \"two words\" is a phrase, \"two words\"~5 lets them be apart, harb* and",
        "harb?ur leave letters open behind the first two.", "", "Examples:",
        "  dateline rules test 'harbour AND (strike OR \"walk out\"~2)' --since 24h",
        "  dateline rules put harbour-strikes --tag 'Harbour strikes' --query 'harbour AND strike'",
        "  dateline rules remove harbour-strikes"})
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which of list, show, log, put, remove and test?");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the rules in force.", footer = {
            "", "Example:", "  dateline rules list | grep harbour"})
    void list(@Option(names = "--json", description = "one JSON line for each rule") boolean json,
            @Mixin Addresses.Kafka kafka) {
        var rules = kafka.ask(RulesInForce::read).values();
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

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a rule in force, with who changed it last and why.", footer = {
            "", "Earlier versions: dateline rules log ID", "", "Example:", "  dateline rules show harbour-strikes"})
    void show(@Parameters(paramLabel = "ID", description = "of a rule in force") String id,
            @Option(names = "--json", description = "the rule as JSON") boolean json, @Mixin Addresses.Kafka kafka) {
        Map<String, TagRule> rules = kafka.ask(RulesInForce::read);
        TagRule rule = Optional.ofNullable(rules.get(id)).orElseThrow(() -> unknown(id));
        if (json) {
            Console.raw(ContractJson.mapper().writeValueAsString(rule));
            return;
        }
        List<String> narrower = rules.values().stream().filter(one -> one.parent().filter(id::equals).isPresent())
                .map(TagRule::ruleId).toList();
        Console.line("@|bold " + rule.ruleId() + "|@ v" + rule.version() + "  @|green #" + Console.plain(rule.tag())
                + "|@");
        field("query", rule.query());
        field("mentions", rule.mentions().map(Object::toString).orElse("1, anywhere"));
        field("parent", rule.parent().orElse(""));
        field("brought by", String.join(", ", narrower));
        field("media topic", rule.mediaTopic().orElse(""));
        field("changed", rule.changedAt() + (rule.author().isEmpty() ? "" : " by " + rule.author()));
        field("comment", rule.comment());
    }

    private static void field(String name, String value) {
        if (!value.isEmpty()) {
            Console.line("  @|faint " + String.format("%-12s", name) + "|@ " + Console.plain(value));
        }
    }

    @Command(name = "log", mixinStandardHelpOptions = true, description = "Shows who changed rules, when and why, oldest first.", footer = {
            "",
            "As far as the topic still has it: it is compacted, so of each rule only the last change is kept for ever,",
            "and a removal for a day; earlier ones are there until Kafka next cleans up.", "", "Examples:",
            "  dateline rules log", "  dateline rules log harbour-strikes --json"})
    void log(@Parameters(arity = "0..1", paramLabel = "ID", description = "only this rule") Optional<String> id,
            @Option(names = "--json", description = "one JSON line for each change") boolean json,
            @Mixin Addresses.Kafka kafka) {
        List<RuleChange> changes = kafka.ask(RulesInForce::changes).stream()
                .filter(change -> id.map(change.ruleId()::equals).orElse(true)).toList();
        id.filter(named -> changes.isEmpty()).ifPresent(named -> {
            throw new Failure("the topic has no change of a rule '" + named + "'; see: dateline rules list");
        });
        changes.forEach(change -> {
            if (json) {
                Console.raw(json(change));
            } else {
                Console.line(line(change));
            }
        });
    }

    private static String json(RuleChange change) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ruleId", change.ruleId());
        line.put("change", change.rule().isPresent() ? "put" : "removed");
        line.put("author", change.author());
        line.put("comment", change.comment());
        line.put("at", change.at());
        change.rule().ifPresent(rule -> line.put("rule", rule));
        return ContractJson.mapper().writeValueAsString(line);
    }

    private static String line(RuleChange change) {
        return change.at() + "  @|bold " + Console.plain(change.ruleId()) + "|@ "
                + change.rule().map(now -> "v" + now.version()).orElse("@|red removed|@") + "  "
                + Console.plain(change.author().isEmpty() ? "(unknown)" : change.author())
                + (change.comment().isEmpty() ? "" : "  @|faint " + Console.plain(change.comment()) + "|@");
    }

    @Command(name = "put", mixinStandardHelpOptions = true, description = "Puts a rule in force, or its next version.", footer = {
            "", "An article gets the tag of the parent as well, and of its parent.", "", "Examples:",
            "  dateline rules put harbour-strikes --tag 'Harbour strikes' --query 'harbour AND strike'",
            "  dateline rules put lille --tag Lille --query 'exact:Lille' --parent france --mentions 2 \\",
            "    --comment 'city desk: no mentions in passing'"})
    void put(@Parameters(paramLabel = "ID", description = "lower-case words joined by hyphens") String id,
            @Option(names = "--tag", paramLabel = "TAG", required = true, description = "the tag as people read it") String tag,
            @Option(names = "--query", paramLabel = "QUERY", required = true, description = "in Lucene's query syntax") String query,
            @Option(names = "--mentions", paramLabel = "N", description = "how many places must match; one in the headline is enough, else one must stand early (default: one, anywhere)") Optional<Integer> mentions,
            @Option(names = "--parent", paramLabel = "ID", description = "a broader rule, whose tag comes with it") Optional<String> parent,
            @Option(names = "--media-topic", paramLabel = "CODE", description = "IPTC Media Topic, eight digits") Optional<String> code,
            @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who changes it (default: ${DEFAULT-VALUE})") String author,
            @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "why") String comment,
            @Mixin Addresses.Kafka kafka) {
        code.filter(given -> !given.matches("[0-9]{8}")).ifPresent(wrong -> {
            throw new Failure("invalid rule: --media-topic must be eight digits");
        });
        // What is wrong with it is told before anybody waits for Kafka.
        TagRule first = rule(id, 1, tag, query, parent, code, author, comment, mentions);
        refuseInvalid(first);
        Map<String, TagRule> rules = kafka.ask(RulesInForce::read);
        int version = Optional.ofNullable(rules.get(id)).map(known -> known.version() + 1).orElse(1);
        TagRule rule = rule(id, version, tag, query, parent, code, author, comment, mentions);
        try {
            RuleBook.checkParent(rule, rules);
        } catch (InvalidRule e) {
            throw new Failure(e.getMessage() + "; see: dateline rules list", e);
        }
        kafka.write(Topics.RULES, Stream.of(RulesInForce.put(rule)));
        Console.line("@|green in force:|@ " + id + " v" + version);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a rule out of force.", footer = {
            "", "Example:", "  dateline rules remove harbour-strikes --comment 'the strike is over'"})
    void remove(@Parameters(paramLabel = "ID", description = "of a rule in force; see: dateline rules list") String id,
            @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who removes it (default: ${DEFAULT-VALUE})") String author,
            @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "why") String comment,
            @Mixin Addresses.Kafka kafka) {
        Map<String, TagRule> rules = kafka.ask(RulesInForce::read);
        if (!rules.containsKey(id)) {
            throw unknown(id);
        }
        kafka.write(Topics.RULES, Stream.of(RulesInForce.removal(id, author, comment)));
        Console.line("@|green removed:|@ " + Console.plain(id));
        long orphans = rules.values().stream().filter(rule -> rule.parent().filter(id::equals).isPresent()).count();
        if (orphans > 0) {
            Console.note(orphans + " rules have it as their parent; they stay in force and bring no broader tag");
        }
    }

    private static Failure unknown(String id) {
        return new Failure("there is no rule '" + id + "'; see: dateline rules list");
    }

    /** A bad rule is refused here and never reaches the stream. */
    static void refuseInvalid(TagRule rule) {
        try {
            RuleBook.check(rule);
        } catch (InvalidRule e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
    }

    private static TagRule rule(String id, int version, String tag, String query, Optional<String> parent,
            Optional<String> mediaTopic, String author, String comment, Optional<Integer> mentions) {
        try {
            return new TagRule(TagRule.SCHEMA_VERSION, id, version, tag, query, parent, mediaTopic, author, comment,
                    Instant.now(), mentions);
        } catch (IllegalArgumentException e) {
            throw new Failure("invalid rule: " + e.getMessage(), e);
        }
    }
}
