package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.dateline.contract.TagRule;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** An editor's YAML file of rules, which is taken whole or refused with what is wrong where. */
final class RuleFile {
    private RuleFile() {
    }

    static List<TagRule> read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            List<TagRule> rules = StarterRules.read(yaml, "", "", Instant.now());
            refuseTwice(file, rules);
            rules.forEach(rule -> refuseInvalid(file, rule));
            return rules;
        } catch (UnrecognizedPropertyException e) {
            throw new Failure(file + number(e) + ": rules have no '" + e.getPropertyName() + "', but "
                    + String.join(", ", e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()), e);
        } catch (JacksonException e) {
            throw new Failure(file + line(e) + " is no YAML list of rules, each with id, tag and query", e);
        } catch (IllegalArgumentException e) {
            throw new Failure(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failure("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void refuseTwice(Path file, List<TagRule> rules) {
        Set<String> ids = new HashSet<>();
        rules.stream().map(TagRule::ruleId).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new Failure(file + " has two rules '" + id + "'");
        });
    }

    private static void refuseInvalid(Path file, TagRule rule) {
        try {
            RuleBook.check(rule);
        } catch (InvalidRule e) {
            throw new Failure(file + ": rule '" + rule.ruleId() + "': " + e.getMessage(), e);
        }
    }

    private static String number(JacksonException e) {
        return e.getPath().isEmpty() ? "" : ", rule " + (e.getPath().getFirst().getIndex() + 1);
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : ", line " + e.getLocation().getLineNr();
    }
}
