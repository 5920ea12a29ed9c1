package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * An editor's stored query that gives a tag to the articles it matches.
 *
 * <p>Value of {@code news.rules}; written by editors, read by every enrich instance. A tombstone removes the rule.
 *
 * @param ruleId     lower-case words joined by hyphens
 * @param version    rises by one with each change, from 1
 * @param tag        the tag as people read it
 * @param query      in Lucene's query syntax; what {@code ^0} stands behind must be there but is no mention
 * @param parent     id of a broader rule
 * @param mediaTopic IPTC Media Topic code, eight digits
 * @param author     who changed it last
 * @param comment    why
 * @param changedAt  when, by the writer's clock
 * @param mentions   how many places of an article must match; where absent, one is enough wherever it stands. One in the
 *                   headline is enough; else one must stand in the first words, or the text must come back to it: one
 *                   more than wanted, and three at least
 */
public record TagRule(int schemaVersion, String ruleId, int version, String tag, String query, Optional<String> parent,
        Optional<String> mediaTopic, String author, String comment, Instant changedAt,
        Optional<Integer> mentions) {
    public static final int SCHEMA_VERSION = 1;

    private static final int MOST_MENTIONS = 100;

    public TagRule {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        ruleId = Absent.requiredText(ruleId, "ruleId");
        tag = Absent.requiredText(tag, "tag");
        query = Absent.requiredText(query, "query");
        parent = Absent.value(parent);
        mediaTopic = Absent.value(mediaTopic);
        author = Absent.text(author);
        comment = Absent.text(comment);
        changedAt = Absent.required(changedAt, "changedAt");
        if (!ruleId.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("ruleId must be lower-case words joined by hyphens");
        }
        Absent.atLeast(1, version, "version");
        mentions = Absent.value(mentions);
        mentions.ifPresent(least -> Absent.atLeast(1, least, "mentions"));
        mentions.filter(least -> least > MOST_MENTIONS).ifPresent(least -> {
            throw new IllegalArgumentException("mentions must be " + MOST_MENTIONS + " or less");
        });
    }

    /** A rule for which one place is enough, wherever it stands. */
    public TagRule(int schemaVersion, String ruleId, int version, String tag, String query, Optional<String> parent,
            Optional<String> mediaTopic, String author, String comment, Instant changedAt) {
        this(schemaVersion, ruleId, version, tag, query, parent, mediaTopic, author, comment, changedAt,
                Optional.empty());
    }
}
