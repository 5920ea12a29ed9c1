package news.dateline.dashboard.news;

import java.time.Instant;
import java.util.function.BiConsumer;
import news.dateline.contract.ContractJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Records of {@code news.articles.enriched} to what is counted of them; takedowns and what is no article are not. */
public final class NewsRecords {
    private static final Logger LOG = LoggerFactory.getLogger(NewsRecords.class);

    private final ObjectReader reader = ContractJson.mapper().readerFor(SeenArticle.class);
    private final News news;
    private final BiConsumer<Instant, Instant> waited;

    /**
     * Nothing is counted yet.
     *
     * @param waited is told of each article when its raw record was written and when it was enriched
     */
    public NewsRecords(News news, BiConsumer<Instant, Instant> waited) {
        this.news = news;
        this.waited = waited;
    }

    /** An article that comes, or came shortly before. */
    public void take(ConsumerRecord<String, byte[]> entry, boolean old) {
        if (entry.value() != null) {
            try {
                SeenArticle article = reader.readValue(entry.value());
                news.came(article, entry.partition(), entry.offset(), old);
                tellWaited(entry, article);
            } catch (JacksonException e) {
                unreadable(entry);
            }
        }
    }

    /** An article of the last day. */
    public void takeHistory(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() != null) {
            try {
                SeenArticle article = reader.readValue(entry.value());
                news.count(article);
                tellWaited(entry, article);
            } catch (JacksonException e) {
                unreadable(entry);
            }
        }
    }

    /** Streams hands on the time of the record that it read. */
    private void tellWaited(ConsumerRecord<String, byte[]> entry, SeenArticle article) {
        waited.accept(Instant.ofEpochMilli(entry.timestamp()), article.enrichedAt());
    }

    private static void unreadable(ConsumerRecord<String, byte[]> entry) {
        LOG.atDebug().addKeyValue("topic", entry.topic()).addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset()).log("no article");
    }
}
