package news.dateline.cli;

import java.util.List;
import java.util.stream.Stream;
import news.dateline.contract.Feed;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.contract.registry.RegistryWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The registry of feeds, for commands: what is wrong with Kafka is told in one line. */
final class FeedsTopic {
    private final Addresses.Kafka kafka;

    FeedsTopic(Addresses.Kafka kafka) {
        this.kafka = kafka;
    }

    FeedTopics read() {
        try {
            return FeedTopics.read(kafka.client());
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }

    void put(List<Feed> feeds) {
        write(feeds.stream().map(feed -> new ProducerRecord<>(Topics.FEEDS.name(), feed.url(), feed)));
    }

    void remove(String url) {
        write(Stream.of(new ProducerRecord<>(Topics.FEEDS.name(), url, null)));
    }

    private void write(Stream<ProducerRecord<String, Feed>> changes) {
        try {
            RegistryWriter.write(kafka.client(), Topics.FEEDS, changes);
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }
}
