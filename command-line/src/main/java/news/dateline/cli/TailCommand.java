package news.dateline.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows the enriched stream straight from Kafka. */
@Command(name = "tail", mixinStandardHelpOptions = true, description = "Follows the enriched articles, straight from Kafka, until Ctrl-C.", footer = {
        "", "Example:", "  dateline tail --section World --from 24h",
        "  dateline tail --from earliest --format ninjs --count 10 > articles.ninjs"})
final class TailCommand implements Callable<Integer> {
    /** How an article is printed. */
    enum Format {
        TEXT,
        JSON,
        NINJS
    }

    @Option(names = "--section", paramLabel = "S", description = "only this section; repeatable: any of them")
    private List<String> sections = List.of();

    @Option(names = "--tag", paramLabel = "T", description = "only this tag; repeatable: any of them")
    private List<String> tags = List.of();

    @Option(names = "--from", paramLabel = "earliest|latest|TIME", defaultValue = "latest", converter = Beginning.Words.class, description = "where to begin: earliest, latest, 24h, a date or a time (default: ${DEFAULT-VALUE})")
    private Beginning from;

    @Option(names = "--format", paramLabel = "text|json|ninjs", defaultValue = "text", description = "text for people, json as in the topic, or IPTC ninjs 3.1 (default: ${DEFAULT-VALUE})")
    private Format format;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", description = "end after N articles")
    private Optional<Integer> count = Optional.empty();

    @Mixin
    private Addresses.Kafka kafka = new Addresses.Kafka();

    private int printed;

    @Override
    public Integer call() {
        return StopSignal.heededBy(signal -> follow(), 0);
    }

    private int follow() {
        try (EnrichedStream stream = EnrichedStream.open(kafka, from)) {
            if (from instanceof Beginning.Latest) {
                Console.note("waiting for new articles (--from earliest shows the old ones too); Ctrl-C ends");
            }
            stream.follow(this::print);
            return 0;
        } catch (InterruptException e) {
            // Ctrl-C is how people end it.
            return 0;
        }
    }

    private boolean print(ConsumerRecord<String, byte[]> entry) {
        if (hasAny(entry, ArticleHeaders.SECTION, sections) && hasAny(entry, ArticleHeaders.TAG, tags)) {
            if (entry.value() == null) {
                printTakedown(entry.key());
            } else {
                printArticle(entry);
            }
            printed++;
        }
        return count.isEmpty() || printed < count.get();
    }

    /** The headers tell, so that what nobody asked for is not parsed. */
    private static boolean hasAny(ConsumerRecord<?, ?> entry, String header, List<String> wanted) {
        return wanted.isEmpty() || StreamSupport.stream(entry.headers().headers(header).spliterator(), false)
                .map(value -> new String(value.value(), StandardCharsets.UTF_8))
                .anyMatch(value -> wanted.stream().anyMatch(value::equalsIgnoreCase));
    }

    private void printTakedown(String articleId) {
        switch (json ? Format.JSON : format) {
            case TEXT -> Console.line("@|bold,red canceled|@ " + Console.plain(articleId) + "\n");
            case JSON -> Console.raw("{\"articleId\":\"" + articleId + "\",\"status\":\"canceled\"}");
            case NINJS -> Console.raw(NinjsArticle.canceled(articleId));
        }
    }

    private void printArticle(ConsumerRecord<String, byte[]> entry) {
        switch (json ? Format.JSON : format) {
            case TEXT -> Console.line(ArticleText.of(article(entry)) + "\n");
            case JSON -> Console.raw(new String(entry.value(), StandardCharsets.UTF_8));
            case NINJS -> Console.raw(NinjsArticle.of(article(entry)));
        }
    }

    private static EnrichedArticle article(ConsumerRecord<String, byte[]> entry) {
        try {
            return Topics.ENRICHED.value().deserializer().deserialize(entry.topic(), entry.value());
        } catch (SerializationException e) {
            throw new Failure(entry.topic() + "-" + entry.partition() + "@" + entry.offset() + ": " + e.getMessage(),
                    e);
        }
    }
}
