package news.dateline.ingest.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.HeaderText;
import news.dateline.contract.Origin;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.format.ArticleLines;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Outcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that anyone wrote to the inbox: an article, or lines of them. */
final class InboxRecord {
    private final MediaType type;
    private final byte[] value;
    private final Origin origin;
    private final Optional<TraceContext> trace;

    InboxRecord(ConsumerRecord<byte[], byte[]> record) {
        this.type = mediaType(record);
        this.value = record.value() == null ? new byte[0] : record.value();
        this.origin = Origin.record(record.topic(), record.partition(), record.offset());
        this.trace = TraceContext.of(record.headers());
    }

    private static MediaType mediaType(ConsumerRecord<byte[], byte[]> record) {
        return MediaType.of(HeaderText.of(record.headers(), ArticleHeaders.CONTENT_TYPE));
    }

    /** Its articles on their way to Kafka; stops at the first that Kafka does not take now. */
    List<CompletableFuture<Outcome>> takeInto(ArticleIntake intake) {
        List<CompletableFuture<Outcome>> taken = new ArrayList<>();
        if (type.isLines()) {
            takeLines(intake, taken);
        } else {
            takeList(intake, taken);
        }
        if (taken.isEmpty()) {
            taken.add(intake.take(type, GivenFields.NONE, value, origin, trace));
        }
        return taken;
    }

    private void takeList(ArticleIntake intake, List<CompletableFuture<Outcome>> taken) {
        var articles = intake.articles(type, GivenFields.NONE, value).orElse(Stream.empty()).iterator();
        while (articles.hasNext() && !isUnavailable(taken)) {
            taken.add(intake.take(MediaType.JSON, GivenFields.NONE, articles.next(), origin.atLine(taken.size() + 1),
                    trace));
        }
    }

    private void takeLines(ArticleIntake intake, List<CompletableFuture<Outcome>> taken) {
        try {
            ArticleLines lines = new ArticleLines(new ByteArrayInputStream(value), intake.mostBytes());
            for (var line = lines.next(); line.isPresent() && !isUnavailable(taken); line = lines.next()) {
                taken.add(intake.take(type, GivenFields.NONE, line.get().bytes(),
                        origin.atLine(line.get().number()), trace));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always readable", e);
        }
    }

    /** Whether the last is known not to be taken now. */
    static boolean isUnavailable(List<CompletableFuture<Outcome>> taken) {
        return !taken.isEmpty() && taken.getLast().isDone()
                && taken.getLast().resultNow() instanceof Outcome.Unavailable;
    }
}
