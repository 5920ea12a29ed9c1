package news.dateline.dashboard.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.Problem;
import news.dateline.contract.RecordPlace;
import news.dateline.contract.RejectedAct;
import news.dateline.contract.Topics;
import news.dateline.dashboard.web.JsonBody;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Rejected articles over HTTP: list, show, replay, discard. */
public final class RejectedRoutes {
    private static final int MOST_LISTED = 500;
    private static final int LISTED = 100;

    private final RejectedArticles articles;
    private final Replayer replayer;

    public RejectedRoutes(RejectedArticles articles, Replayer replayer) {
        this.articles = articles;
        this.replayer = replayer;
    }

    /** What is asked of one article; text in place of its own where it is edited. */
    record Request(Optional<String> text, Optional<String> author, Optional<String> note) {
        Request {
            text = JsonBody.present(text);
            author = JsonBody.present(author);
            note = JsonBody.present(note);
        }

        Replayer.Who who() {
            return RejectedRoutes.who(author, note);
        }
    }

    /** What is asked of many. */
    record ManyRequest(Optional<String> service, Optional<String> reason, boolean dryRun,
            Optional<String> author, Optional<String> note) {
        ManyRequest {
            service = JsonBody.present(service);
            reason = JsonBody.present(reason);
            author = JsonBody.present(author);
            note = JsonBody.present(note);
        }
    }

    /** Those that fit, and how many there are. */
    private record Listed(long matching, int kept, List<RejectedArticles.Entry> articles) {}

    /** One with its bytes, and what a replay would do. */
    private record Shown(RejectedArticle article, Optional<RejectedAct> act, ShownBytes content,
            Optional<String> replayTo, Optional<String> refused) {}

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/rejected", this::list);
        routes.get("/v1/rejected/{partition}/{offset}", this::show);
        routes.post("/v1/rejected/replay", this::replayMany);
        routes.post("/v1/rejected/{partition}/{offset}/replay", this::replay);
        routes.post("/v1/rejected/{partition}/{offset}/discard", this::discard);
        routes.exception(KafkaException.class, (e, context) -> HttpEndpoint.write(context,
                Problem.of(503, "unavailable", "Kafka did not answer", KafkaFailure.inWords(e))));
    }

    private void list(Context context) {
        var filter = new RejectedArticles.Filter(JsonBody.parameter(context, "service"),
                JsonBody.parameter(context, "reason"),
                !"all".equals(context.queryParam("state")));
        JsonBody.answer(context, new Listed(articles.count(filter), articles.summary().kept(),
                articles.list(filter, JsonBody.number(context, "limit", LISTED, MOST_LISTED))));
    }

    private void show(Context context) {
        RejectedArticles.Entry entry = entry(context);
        ConsumerRecord<String, byte[]> letter = replayer.letter(entry.article().place())
                .orElseThrow(() -> notThere("its bytes are no longer in Kafka"));
        byte[] bytes = letter.value() == null ? new byte[0] : letter.value();
        var plan = replayer.plan(entry.article(), letter);
        JsonBody.answer(context, new Shown(entry.article(), entry.act(), ShownBytes.of(bytes),
                plan instanceof ReplayPlan.Write write ? Optional.of(write.entry().topic()) : Optional.empty(),
                plan instanceof ReplayPlan.Refused refused ? Optional.of(refused.why()) : Optional.empty()));
    }

    private void replay(Context context) {
        Request request = JsonBody.read(context, Request.class);
        Optional<byte[]> edited = request.text().map(text -> text.getBytes(UTF_8));
        switch (replayer.replay(entry(context).article(), edited, request.who())) {
            case Replayer.Answer.Done(RejectedAct act) -> JsonBody.answer(context, act);
            case Replayer.Answer.Refused(String why) -> throw Problem
                    .of(409, "not-replayed", "The article was not replayed", why).refusal();
        }
    }

    private void discard(Context context) {
        JsonBody.answer(context,
                replayer.discard(entry(context).article(), JsonBody.read(context, Request.class).who()));
    }

    private void replayMany(Context context) {
        ManyRequest request = JsonBody.read(context, ManyRequest.class);
        JsonBody.answer(context, replayer.replayMany(
                new RejectedArticles.Filter(request.service().orElse(""), request.reason().orElse(""), true),
                request.dryRun(), who(request.author(), request.note())));
    }

    private static Replayer.Who who(Optional<String> author, Optional<String> note) {
        return new Replayer.Who(JsonBody.note(author, "author"), JsonBody.note(note, "note"));
    }

    private RejectedArticles.Entry entry(Context context) {
        try {
            RecordPlace place = new RecordPlace(Topics.REJECTED.name(),
                    Integer.parseInt(context.pathParam("partition")), Long.parseLong(context.pathParam("offset")));
            return articles.find(place.text()).orElseThrow(() -> notThere(place.text() + " is not among the newest "
                    + RejectedArticles.MOST + " rejected articles"));
        } catch (IllegalArgumentException e) {
            throw notThere("a rejected article is named by its partition and offset, such as 2/1841");
        }
    }

    private static Problem.Refusal notThere(String detail) {
        return Problem.of(404, "not-found", "No such rejected article", detail).refusal();
    }
}
