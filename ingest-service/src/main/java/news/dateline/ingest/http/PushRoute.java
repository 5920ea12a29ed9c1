package news.dateline.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Problem;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.OutcomeCount;

/** {@code POST /v1/articles}: the door for pushes over HTTP, with room for a bounded number at a time. */
public final class PushRoute {
    public static final String PATH = "/v1/articles";
    private static final String ALLOW = "Allow";
    private static final String POST = "POST";

    private final ArticleIntake intake;
    private final PushLimits limits;
    private final PushTokens tokens;
    private final Semaphore room;
    private final SinglePush single;
    private final StreamedPush streamed;

    public PushRoute(ArticleIntake intake, OutcomeCount count, PushLimits limits, PushTokens tokens) {
        this.tokens = tokens;
        this.intake = intake;
        this.limits = limits;
        this.room = new Semaphore(limits.pushes());
        this.single = new SinglePush(intake, count, limits);
        this.streamed = new StreamedPush(intake, count, limits);
    }

    /** Adds the route. */
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::push);
        routes.get(PATH, PushRoute::refuseMethod);
        routes.head(PATH, PushRoute::refuseMethod);
        routes.put(PATH, PushRoute::refuseMethod);
        routes.patch(PATH, PushRoute::refuseMethod);
        routes.delete(PATH, PushRoute::refuseMethod);
        routes.options(PATH, context -> context.header(ALLOW, POST).status(204));
    }

    private static void refuseMethod(Context context) {
        context.header(ALLOW, POST);
        HttpEndpoint.write(context, PushProblems.method());
    }

    private void push(Context context) throws InterruptedException, IOException {
        tokens.check(context);
        PushBody.checkEncoding(context);
        if (!room.tryAcquire()) {
            comeAgain(context, PushProblems.busy(limits.pushes()));
            return;
        }
        try {
            MediaType type = MediaType.of(Optional.ofNullable(context.contentType()));
            if (type.isLines()) {
                streamed.push(context, type);
            } else {
                pushWhole(context, type);
            }
        } finally {
            room.release();
        }
    }

    private void pushWhole(Context context, MediaType type) throws InterruptedException, IOException {
        byte[] bytes = body(context);
        Optional<List<byte[]>> articles = intake.articles(type, bytes);
        if (articles.isPresent()) {
            streamed.pushList(context, type, articles.get());
        } else {
            single.push(context, type, bytes);
        }
    }

    /** At most one byte more than an article may have; the rest of a larger body is read past. */
    private byte[] body(Context context) {
        try {
            byte[] bytes = PushBody.of(context, limits).readNBytes(intake.mostBytes() + 1);
            BodyDrain.drain(context.bodyInputStream(), limits.drainMost());
            return bytes;
        } catch (PushBody.TooMuch e) {
            throw PushProblems.refused(StreamedPush.tooMuch(limits)).refusal();
        } catch (ZipException e) {
            throw PushProblems.refused(StreamedPush.NOT_GZIP).refusal();
        } catch (IOException e) {
            throw PushProblems.cutOff().refusal();
        }
    }

    /** The trace of the push, in which all of its articles are. */
    static Optional<TraceContext> trace(Context context) {
        return Optional.ofNullable(context.header(TraceContext.HEADER)).flatMap(TraceContext::read);
    }

    static void comeAgain(Context context, Problem problem) {
        context.header(PushProblems.RETRY_AFTER, PushProblems.RETRY_SECONDS);
        HttpEndpoint.write(context, problem);
    }
}
