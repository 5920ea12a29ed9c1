package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void standInTheOrderOfTheFlowEachOnce() {
        assertThat(names()).containsExactly("news.inbox", "news.articles.raw", "news.articles.enriched",
                "news.articles.rejected", "news.articles.rejected.acts", "news.rules", "news.feeds",
                "news.feeds.status", "news.feeds.notices")
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(\\.[a-z]+)+"));
    }

    @Test
    void keepOnlyTheCurrentStateOfArticlesRulesAndFeeds() {
        assertThat(Topics.all()).filteredOn(topic -> "compact".equals(topic.settings().get("cleanup.policy")))
                .containsExactly(Topics.ENRICHED, Topics.RULES, Topics.FEEDS, Topics.FEEDS_STATUS);
        assertThat(Topics.all()).filteredOn(topic -> "delete".equals(topic.settings().get("cleanup.policy")))
                .containsExactly(Topics.INBOX, Topics.RAW, Topics.REJECTED, Topics.FEEDS_NOTICES)
                .allSatisfy(topic -> assertThat(topic.settings()).containsKey("retention.ms"));
    }

    @Test
    void articleTopicsTakeTheLargestArticleAndHaveTheSamePartitions() {
        assertThat(List.of(Topics.INBOX, Topics.RAW, Topics.ENRICHED, Topics.REJECTED)).allSatisfy(topic -> {
            assertThat(topic.settings()).containsEntry("max.message.bytes",
                    Integer.toString(Topics.MAX_ENRICHED_BYTES));
            assertThat(topic.partitions()).isEqualTo(Topics.RAW.partitions());
        });
    }

    @Test
    void statusOfFeedsHasAsManyPartitionsAsFeeds() {
        assertThat(Topics.FEEDS_STATUS.partitions()).isEqualTo(Topics.FEEDS.partitions());
    }

    @Test
    void topicsOfArticlesAndFeedsAreCreatedWithAsManyPartitionsAsAreAskedFor() {
        assertThat(Topics.all(12)).filteredOn(topic -> topic.partitions() > 1).hasSize(Topics.all().size() - 3)
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(12));
        assertThat(Topics.all(12)).contains(Topics.RULES, Topics.REJECTED_ACTS, Topics.FEEDS_NOTICES);
    }

    @Test
    void rulesHaveOnePartition() {
        assertThat(Topics.RULES.partitions()).isOne();
    }

    @Test
    void actsAreKeptAsLongAsTheRejectedArticles() {
        assertThat(Topics.REJECTED_ACTS.settings()).containsEntry("retention.ms",
                Topics.REJECTED.settings().get("retention.ms"));
    }

    @Test
    void areCreatedWithTheirSettingsAndTheBrokersReplication() {
        NewTopic creation = Topics.ENRICHED.creation((short) -1);

        assertThat(creation.name()).isEqualTo("news.articles.enriched");
        assertThat(creation.numPartitions()).isEqualTo(4);
        assertThat(creation.replicationFactor()).isEqualTo((short) -1);
        assertThat(creation.configs()).isEqualTo(Topics.ENRICHED.settings());
    }

    @Test
    void needAPartition() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic<>("t", Serdes.String(),
                Serdes.String(), 0, Map.of())).withMessage("partitions must be 1 or more");
    }

    private static List<String> names() {
        return Topics.all().stream().map(Topic::name).toList();
    }
}
