package news.dateline.dashboard.news;

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

    public NewsRecords(News news) {
        this.news = news;
    }

    /** An article that comes, or came shortly before. */
    public void take(ConsumerRecord<String, byte[]> entry, boolean old) {
        if (entry.value() != null) {
            try {
                news.came(reader.readValue(entry.value()), entry.partition(), entry.offset(), old);
            } catch (JacksonException e) {
                unreadable(entry);
            }
        }
    }

    /** An article of the last day. */
    public void takeHistory(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() != null) {
            try {
                news.count(reader.readValue(entry.value()));
            } catch (JacksonException e) {
                unreadable(entry);
            }
        }
    }

    private static void unreadable(ConsumerRecord<String, byte[]> entry) {
        LOG.atDebug().addKeyValue("topic", entry.topic()).addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset()).log("no article");
    }
}
