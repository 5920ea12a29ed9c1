package news.dateline.sink.read;

import java.time.Instant;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import tools.jackson.databind.node.ObjectNode;

/** An article as it is kept, and when it was stored, by our clock. */
public record StoredArticle(EnrichedArticle article, Instant storedAt) {
    /** The article's own members, and {@code storedAt}. */
    ObjectNode json() {
        ObjectNode json = ContractJson.mapper().valueToTree(article);
        return json.put("storedAt", storedAt.toString());
    }
}
