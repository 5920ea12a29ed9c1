package news.dateline.dashboard.rules;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.chassis.Problem;
import news.dateline.contract.TagRule;
import news.dateline.dashboard.web.JsonBody;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;

/**
 * A rule as an operator typed it; nothing of it is checked yet.
 *
 * @param basedOn the version that was shown when the change began, none for a rule that is new
 */
record RuleForm(Optional<String> ruleId, Optional<String> tag, Optional<String> query, Optional<String> parent,
        Optional<String> mediaTopic, Optional<Integer> mentions, Optional<String> author, Optional<String> comment,
        Optional<Integer> basedOn) {
    /** As what a rule is tried that has no name yet. */
    static final String UNNAMED = "on-trial";
    private static final int LONGEST_QUERY = 20_000;

    RuleForm {
        ruleId = text(ruleId);
        tag = text(tag);
        query = text(query);
        parent = text(parent);
        mediaTopic = text(mediaTopic);
        mentions = JsonBody.present(mentions);
        author = text(author);
        comment = text(comment);
        basedOn = JsonBody.present(basedOn);
    }

    private static Optional<String> text(Optional<String> given) {
        return JsonBody.present(given).map(String::strip).filter(text -> !text.isEmpty());
    }

    static RuleForm read(Context context) {
        return JsonBody.read(context, RuleForm.class);
    }

    /** What is wrong with it: the field, why, and the column of the query where that is known. */
    record Wrong(String field, String why, OptionalInt column) {
        Problem.Refusal refusal() {
            return JsonBody.wrong(field, why);
        }
    }

    /** The version of which whoever typed it knew. */
    int version() {
        return basedOn.orElse(0);
    }

    /** What keeps it from being run, its name aside; empty where it can be. */
    Optional<Wrong> wrong() {
        try {
            RuleBook.check(trial());
            return Optional.empty();
        } catch (InvalidRule e) {
            return Optional.of(new Wrong("query", e.getMessage(), e.column()));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Optional.of(new Wrong(why.split(" ", 2)[0], why, OptionalInt.empty()));
        }
    }

    /** The rule as it can be tried, whether it has a name or not. */
    TagRule trial() {
        return rule(ruleId.orElse(UNNAMED), tag.orElse(UNNAMED), 1, Instant.EPOCH);
    }

    /**
     * The rule as it can be put in force.
     *
     * @throws Problem.Refusal naming the field that breaks a rule
     */
    TagRule inForce(int version, Instant now) {
        String who = JsonBody.note(author, "author");
        String why = JsonBody.note(comment, "comment");
        if (who.isEmpty()) {
            throw JsonBody.wrong("author", "author must say who changes the rule");
        }
        if (why.isEmpty()) {
            throw JsonBody.wrong("comment", "comment must say why");
        }
        if (mediaTopic.filter(code -> !code.matches("[0-9]{8}")).isPresent()) {
            throw JsonBody.wrong("mediaTopic", "mediaTopic must be eight digits");
        }
        wrong().ifPresent(wrong -> {
            throw wrong.refusal();
        });
        try {
            return rule(ruleId.orElse(""), tag.orElse(""), version, now.truncatedTo(ChronoUnit.MILLIS));
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(e);
        }
    }

    private TagRule rule(String id, String name, int version, Instant now) {
        if (query.orElse("").length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("query must be no longer than " + LONGEST_QUERY + " characters");
        }
        return new TagRule(TagRule.SCHEMA_VERSION, id, version, name, query.orElse(""), parent, mediaTopic,
                author.orElse(""), comment.orElse(""), now, mentions);
    }
}
