package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator did last with a rejected article.
 *
 * <p>Value of {@code news.articles.rejected.acts}; written by the dashboard after the replay itself, read by the dashboard.
 *
 * @param rejected   the record of {@code news.articles.rejected}; its text is the key
 * @param act        what was done
 * @param articleId  of the rejected article, where it is known
 * @param replayedTo where the replay was written
 * @param replays    how often these bytes have been replayed, this time included; 0 for a discarded article
 * @param author     who did it
 * @param note       why
 * @param at         when, by the writer's clock
 */
public record RejectedAct(int schemaVersion, RecordPlace rejected, RejectedActKind act, Optional<String> articleId,
        Optional<RecordPlace> replayedTo, int replays, String author, String note, Instant at) {
    public static final int SCHEMA_VERSION = 1;

    public RejectedAct {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        rejected = Absent.required(rejected, "rejected");
        act = Absent.required(act, "act");
        articleId = Absent.value(articleId);
        replayedTo = Absent.value(replayedTo);
        Absent.atLeast(0, replays, "replays");
        author = Absent.text(author);
        note = Absent.text(note);
        at = Absent.required(at, "at");
    }
}
