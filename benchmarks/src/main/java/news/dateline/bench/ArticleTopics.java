package news.dateline.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts the topics that enrich reads and writes into the state that a round begins with. */
final class ArticleTopics {
    private final String bootstrap;
    private final Admin admin;

    ArticleTopics(String bootstrap, Admin admin) {
        this.bootstrap = bootstrap;
        this.admin = admin;
    }

    /** Writes raw articles as ingest writes them. */
    void fill(String topic, List<PushedArticle> articles, int copies) {
        AtomicReference<Exception> failed = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer = RawPublisher
                .producer(Map.of("bootstrap.servers", bootstrap, "max.block.ms", "60000",
                        "delivery.timeout.ms", "120000"))) {
            for (int copy = 0; copy < copies; copy++) {
                for (PushedArticle article : articles) {
                    byte[] key = Topics.RAW.key().serializer().serialize(topic, article.raw().articleId());
                    byte[] value = Topics.RAW.value().serializer().serialize(topic, article.raw());
                    Future<?> unused = producer.send(new ProducerRecord<>(topic, key, value),
                            (metadata, failure) -> failed.compareAndSet(null, failure));
                }
            }
            producer.flush();
        }
        if (failed.get() != null) {
            throw new BenchmarkFailed("can't fill " + topic + ": " + failed.get().getMessage(), failed.get());
        }
    }

    /** Makes enrich forget every article: its group, its stores and the topics of articles are as on a first start. */
    void renew() throws InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(EnrichService.APPLICATION_ID)).all().get();
            List<String> used = admin.listTopics().names().get().stream().filter(ArticleTopics::hasArticles).toList();
            admin.deleteTopics(used).all().get();
            Waiting.until("topics to be deleted", Duration.ofMillis(50), () -> areGone(used));
            TopicCreation.createMissing(admin, Topics.all());
        } catch (ExecutionException e) {
            throw new BenchmarkFailed("can't renew the topics: " + e.getCause().getMessage(), e);
        }
    }

    private static boolean hasArticles(String topic) {
        return topic.startsWith("news.articles.") || topic.startsWith(EnrichService.APPLICATION_ID + "-");
    }

    private boolean areGone(List<String> topics) {
        try {
            return admin.listTopics().names().get().stream().noneMatch(topics::contains);
        } catch (ExecutionException e) {
            throw new BenchmarkFailed("can't list the topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
    }
}
