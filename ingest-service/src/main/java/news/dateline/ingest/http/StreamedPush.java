package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import news.dateline.contract.Origin;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.format.ArticleLines;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.Reading;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Outcome;
import news.dateline.ingest.publish.OutcomeCount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A push of NDJSON of any length: lines are read while those before them are still on their way to Kafka, and each gets
 * a result line, in order, as soon as Kafka has it.
 */
final class StreamedPush {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedPush.class);

    /** A line of so many times the longest article is no line that ends. */
    private static final int ENDLESS = 32;
    static final Reading.Refused NOT_GZIP = new Reading.Refused(RejectionReason.NOT_AN_ARTICLE,
            "must come as whole gzip, as its content-encoding says");

    private final ArticleIntake intake;
    private final OutcomeCount count;
    private final PushLimits limits;

    StreamedPush(ArticleIntake intake, OutcomeCount count, PushLimits limits) {
        this.intake = intake;
        this.count = count;
        this.limits = limits;
    }

    void push(Context context, MediaType type, PushRoom.Place place) throws InterruptedException, IOException {
        try (StreamedAnswer answer = new StreamedAnswer(context, limits)) {
            try {
                takeLines(context, type, answer, place);
            } catch (IOException e) {
                // What was read has its results all the same, if the pusher still reads them.
                LOG.atInfo().addKeyValue("cause", e.getClass().getSimpleName()).log("pushed stream broke off");
            }
            answer.finish(place::close);
        }
    }

    private void takeLines(Context context, MediaType type, StreamedAnswer answer, PushRoom.Place place)
            throws IOException, InterruptedException {
        int last = 0;
        Optional<TraceContext> trace = PushRoute.trace(context);
        try {
            ArticleLines lines = new ArticleLines(PushBody.of(context, limits), intake.mostBytes(),
                    (long) ENDLESS * intake.mostBytes());
            for (Optional<ArticleLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                ArticleLines.Line line = next.get();
                last = line.number();
                if (!answer.waitForRoom(line.bytes().length)) {
                    place.unwanted();
                    BodyDrain.drain(PushBody.raw(context), limits.drainMost());
                    return;
                }
                take(type, last, line.bytes(), trace, answer);
            }
        } catch (PushRoom.TooSlow e) {
            answer.endBefore(last + 1);
        } catch (PushBody.TooMuch e) {
            place.unwanted();
            end(context, answer, last + 1, tooMuch(limits));
        } catch (ArticleLines.Endless e) {
            place.unwanted();
            end(context, answer, last + 1, Reading.Refused.tooLarge(intake.mostBytes()));
        } catch (ZipException e) {
            place.unwanted();
            end(context, answer, last + 1, NOT_GZIP);
        }
    }

    /** No line's bytes are known to be an article's: told in the answer, neither counted nor kept. */
    private void end(Context context, StreamedAnswer answer, int line, Reading.Refused why)
            throws IOException, InterruptedException {
        if (answer.waitForRoom(0)) {
            answer.add(line, 0, CompletableFuture.completedFuture(new Outcome.Rejected(why, Optional.empty())));
        }
        BodyDrain.drain(PushBody.raw(context), limits.drainMost());
    }

    static Reading.Refused tooMuch(PushLimits limits) {
        return new Reading.Refused(RejectionReason.TOO_LARGE,
                "must unpack, with all of its push, to no more than " + limits.unpackedMost() + " bytes and "
                        + PushBody.TIMES_MOST + " times its packed size");
    }

    /** A push of a list or a feed: its articles are taken and answered like lines, numbered from 1. */
    void pushList(Context context, Stream<byte[]> articles, PushRoom.Place place)
            throws InterruptedException, IOException {
        try (StreamedAnswer answer = new StreamedAnswer(context, limits)) {
            int number = 0;
            Optional<TraceContext> trace = PushRoute.trace(context);
            for (byte[] article : (Iterable<byte[]>) articles::iterator) {
                if (!answer.waitForRoom(article.length)) {
                    break;
                }
                number++;
                take(MediaType.JSON, number, article, trace, answer);
            }
            answer.finish(place::close);
        }
    }

    private void take(MediaType type, int number, byte[] bytes, Optional<TraceContext> trace, StreamedAnswer answer) {
        count.received();
        CompletableFuture<Outcome> taken = intake.take(type, GivenFields.NONE, bytes, Origin.HTTP.atLine(number),
                trace);
        var unused = taken.thenAccept(count::left);
        answer.add(number, bytes.length, taken);
    }
}
