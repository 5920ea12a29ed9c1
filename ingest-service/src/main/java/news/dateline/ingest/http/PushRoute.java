package news.dateline.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Problem;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.format.GivenFields;
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
    private final Clients clients;
    private final PushRoom room;
    private final KeyedPushes keyed = new KeyedPushes();
    private final SinglePush single;
    private final StreamedPush streamed;

    public PushRoute(ArticleIntake intake, OutcomeCount count, PushLimits limits, PushTokens tokens) {
        this.tokens = tokens;
        this.intake = intake;
        this.limits = limits;
        this.clients = new Clients(limits.client());
        this.room = new PushRoom(limits.pushes());
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
        Clients.Client client = clients.of(tokens.check(context), context);
        PushBody.checkEncoding(context);
        Optional<Problem> tooMany = client.enter();
        if (tooMany.isPresent()) {
            comeAgain(context, tooMany.get());
            return;
        }
        try {
            push(context, client);
        } finally {
            client.leave();
        }
    }

    private void push(Context context, Clients.Client client) throws InterruptedException, IOException {
        Optional<PushRoom.Place> free = room.enter(client);
        if (free.isEmpty()) {
            comeAgain(context, PushProblems.busy(limits.pushes()));
            return;
        }
        try (PushRoom.Place place = free.get()) {
            PushBody.in(place, context);
            keyed.push(context, client.name(), () -> push(context, place));
        }
    }

    private void push(Context context, PushRoom.Place place) throws InterruptedException, IOException {
        MediaType type = MediaType.of(Optional.ofNullable(context.contentType()));
        if (type.isLines()) {
            streamed.push(context, type, place);
        } else {
            pushWhole(context, type, place);
        }
    }

    private void pushWhole(Context context, MediaType type, PushRoom.Place place)
            throws InterruptedException, IOException {
        byte[] bytes = body(context, place);
        GivenFields given = given(context);
        Optional<Stream<byte[]>> articles = intake.articles(type, given, bytes);
        if (articles.isPresent()) {
            streamed.pushList(context, articles.get(), place);
        } else {
            single.push(context, type, given, bytes);
        }
    }

    private static GivenFields given(Context context) {
        return new GivenFields(query(context, "url"), query(context, "source"), query(context, "language"),
                query(context, "publishedAt"), query(context, "updatedAt"));
    }

    private static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    /** At most one byte more than an article may have; the rest of a larger body is read past. */
    private byte[] body(Context context, PushRoom.Place place) {
        try {
            byte[] bytes = PushBody.of(context, limits).readNBytes(intake.mostBytes() + 1);
            if (bytes.length > intake.mostBytes()) {
                place.unwanted();
            }
            BodyDrain.drain(PushBody.raw(context), limits.drainMost());
            return bytes;
        } catch (PushRoom.TooSlow e) {
            throw PushProblems.slow().refusal();
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
