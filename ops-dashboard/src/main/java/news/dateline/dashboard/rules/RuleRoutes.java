package news.dateline.dashboard.rules;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.dateline.chassis.Problem;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.RegistryWriter;
import news.dateline.contract.registry.RuleChange;
import news.dateline.contract.registry.RulesInForce;
import news.dateline.dashboard.news.CountsByName;
import news.dateline.dashboard.web.JsonBody;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Editors' rules over HTTP: list, show, check, try, put in force, remove.
 *
 * <p>Before a change the topic is read anew, so that what somebody else has put in force meanwhile is not overwritten unseen.
 */
public final class RuleRoutes {
    private static final String PATH = "/v1/rules";
    private static final int LISTED = 200;
    private static final int MOST_LISTED = 5_000;
    private static final int CHANGES = 20;

    private final Map<String, String> kafka;
    private final Rules rules;
    private final Supplier<List<CountsByName.Count>> hits;
    private final RuleTrials trials;
    private final InstantSource clock;

    /**
     * The routes.
     *
     * @param hits how often each rule gave its tag
     */
    public RuleRoutes(Map<String, String> kafka, Rules rules, Supplier<List<CountsByName.Count>> hits,
            RuleTrials trials, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.rules = rules;
        this.hits = hits;
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * A rule with what there is to know of it.
     *
     * @param narrower ids of rules that bring its tag with theirs
     * @param changes  as the topic still has them, the newest first
     */
    private record Shown(TagRule rule, long hour, long day, List<String> narrower, List<RuleChange> changes) {}

    /** Whether a rule can be run. */
    private record Checked(boolean valid, Optional<RuleForm.Wrong> wrong) {}

    /** A removed rule, and the rules that had it as their parent. */
    private record Removed(String ruleId, List<String> orphans) {}

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> JsonBody.answer(context, rules.find(JsonBody.parameter(context, "q"),
                Rules.Order.of(JsonBody.parameter(context, "order")), hits.get(),
                JsonBody.number(context, "limit", LISTED, MOST_LISTED))));
        routes.get(PATH + "/{id}", this::show);
        routes.post(PATH, this::put);
        routes.post(PATH + "/check", context -> {
            Optional<RuleForm.Wrong> wrong = RuleForm.read(context).wrong();
            JsonBody.answer(context, new Checked(wrong.isEmpty(), wrong));
        });
        routes.post(PATH + "/try", context -> trials.answer(context, RuleForm.read(context)));
        routes.post(PATH + "/{id}/remove", this::remove);
    }

    private void show(Context context) {
        String id = context.pathParam("id");
        List<RuleChange> changes = RulesInForce.changes(kafka).reversed().stream()
                .filter(change -> change.ruleId().equals(id)).limit(CHANGES).toList();
        TagRule rule = changes.stream().findFirst().flatMap(RuleChange::rule)
                .orElseThrow(() -> unknown(id));
        CountsByName.Count count = hits.get().stream().filter(one -> one.name().equals(id)).findFirst()
                .orElse(new CountsByName.Count(id, 0, 0));
        JsonBody.answer(context,
                new Shown(rule, count.hour(), count.day(), rules.narrower(id), changes));
    }

    private void put(Context context) {
        RuleForm form = RuleForm.read(context);
        // What is wrong with it is told before anybody waits for Kafka.
        TagRule first = form.inForce(1, clock.instant());
        Map<String, TagRule> known = RulesInForce.read(kafka);
        refuseOverwriting(first.ruleId(), form.version(), Optional.ofNullable(known.get(first.ruleId())));
        try {
            RuleBook.checkParent(first, known);
        } catch (InvalidRule e) {
            throw JsonBody.wrong("parent", e.getMessage());
        }
        TagRule rule = form.inForce(form.version() + 1, clock.instant());
        write(RulesInForce.put(rule));
        rules.changed(rule);
        JsonBody.answer(context, rule);
    }

    private void remove(Context context) {
        RuleForm form = RuleForm.read(context);
        String id = context.pathParam("id");
        TagRule known = Optional.ofNullable(RulesInForce.read(kafka).get(id)).orElseThrow(() -> unknown(id));
        refuseOverwriting(id, form.version(), Optional.of(known));
        String author = JsonBody.note(form.author(), "author");
        String comment = JsonBody.note(form.comment(), "comment");
        if (author.isEmpty()) {
            throw JsonBody.wrong("author", "author must say who removes the rule");
        }
        if (comment.isEmpty()) {
            throw JsonBody.wrong("comment", "comment must say why");
        }
        List<String> orphans = rules.narrower(id);
        write(RulesInForce.removal(id, author, comment));
        rules.removed(id);
        JsonBody.answer(context, new Removed(id, orphans));
    }

    private void write(ProducerRecord<String, TagRule> change) {
        RegistryWriter.write(kafka, Topics.RULES, Stream.of(change));
    }

    /** Who changes a rule has seen the version that is changed. */
    private static void refuseOverwriting(String id, int basedOn, Optional<TagRule> known) {
        int version = known.map(TagRule::version).orElse(0);
        if (version == basedOn) {
            return;
        }
        throw Problem.of(409, "changed-meanwhile", "The rule is another by now",
                known.isEmpty()
                        ? "'" + id + "' was removed meanwhile"
                        : basedOn == 0
                                ? "there is a rule '" + id + "' already: open that one to change it"
                                : "'" + id + "' was changed meanwhile" + by(known.get().author()) + ": v" + version
                                        + " is in force, you began with v" + basedOn + "; open it anew")
                .refusal();
    }

    private static String by(String author) {
        return author.isEmpty() ? "" : " by " + author;
    }

    private static Problem.Refusal unknown(String id) {
        return Problem.of(404, "no-such-rule", "There is no such rule", "there is no rule '" + id + "' in force")
                .refusal();
    }
}
