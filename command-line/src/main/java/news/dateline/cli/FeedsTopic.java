package news.dateline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.dateline.contract.Feed;
import news.dateline.contract.Topics;
import news.dateline.ingest.poll.FeedTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The feeds as {@code news.feeds} has them, and changes to them. */
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
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.putAll(Map.of("acks", "all", "max.block.ms", 8_000, "delivery.timeout.ms", 10_000));
        try (Producer<String, Feed> producer = new KafkaProducer<>(properties, Topics.FEEDS.key().serializer(),
                Topics.FEEDS.value().serializer())) {
            List<? extends Future<?>> written = changes.map(producer::send).toList();
            for (Future<?> one : written) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw kafka.away(e.getCause());
        } catch (KafkaException e) {
            throw kafka.away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
