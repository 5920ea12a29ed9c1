package news.dateline.enrich.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.dateline.contract.TagRule;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class RuleFollowerTest {
    @Test
    void leavesTheBookAloneWhenNoRuleHasChanged() throws InvalidRule {
        try (RuleBook book = new RuleBook()) {
            book.putAll(StarterRules.all(Instant.EPOCH));
            Map<String, TagRule> inForce = book.rules();

            new RuleFollower(book, new MockConsumer<>("earliest")).apply(List.of());

            assertThat(book.rules()).isSameAs(inForce);
        }
    }
}
