package news.dateline.dashboard.rejected;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.Origin;
import news.dateline.contract.RecordPlace;
import news.dateline.contract.Rejection;
import news.dateline.contract.ReplayHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A rejected article without its bytes.
 *
 * @param service who rejected it; "unknown" where the headers do not say
 * @param bytes   how many there are
 * @param replays how often its bytes had been replayed before they were rejected, as its own headers say
 */
public record RejectedArticle(RecordPlace place, Optional<String> articleId, String service, String reason, String rule,
        Optional<String> field, Origin origin, Optional<String> mediaType, Instant rejectedAt, int bytes,
        int replays) {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_RULE = 500;

    /** Reads a record of {@code news.articles.rejected}; whoever wrote one without the headers has it listed all the same. */
    static RejectedArticle of(ConsumerRecord<String, byte[]> entry) {
        RecordPlace place = new RecordPlace(entry.topic(), entry.partition(), entry.offset());
        int bytes = entry.value() == null ? 0 : entry.value().length;
        int replays = ReplayHeaders.replays(entry.headers());
        try {
            Rejection rejection = Rejection.read(entry.headers());
            String rule = rejection.rule();
            return new RejectedArticle(place, Optional.ofNullable(entry.key()), rejection.service(),
                    rejection.reason().word(),
                    rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE) + "…", rejection.field(),
                    rejection.origin(), rejection.mediaType(), rejection.rejectedAt(), bytes, replays);
        } catch (IllegalArgumentException e) {
            return new RejectedArticle(place, Optional.ofNullable(entry.key()), UNKNOWN, UNKNOWN,
                    String.valueOf(e.getMessage()), Optional.empty(), Origin.HTTP, Optional.empty(),
                    Instant.ofEpochMilli(entry.timestamp()), bytes, replays);
        }
    }
}
