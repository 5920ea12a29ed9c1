package news.dateline.sink.read;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article as it is kept.
 *
 * @param storedAt by our clock
 * @param traceId  of the trace in which this revision came
 */
public record StoredArticle(EnrichedArticle article, Instant storedAt, Optional<String> traceId) {
    /** The article's own members, {@code storedAt} and {@code traceId}. */
    ObjectNode json() {
        ObjectNode json = ContractJson.mapper().valueToTree(article);
        json.put("storedAt", storedAt.toString());
        return traceId.map(id -> json.put("traceId", id)).orElse(json);
    }
}
