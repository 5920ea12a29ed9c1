package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Origin;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Outcome;
import news.dateline.ingest.publish.OutcomeCount;

/** A push of one article: 202 with its id once Kafka has it. */
final class SinglePush {
    private final ArticleIntake intake;
    private final OutcomeCount count;
    private final PushLimits limits;

    SinglePush(ArticleIntake intake, OutcomeCount count, PushLimits limits) {
        this.intake = intake;
        this.count = count;
        this.limits = limits;
    }

    void push(Context context, MediaType type, GivenFields given, byte[] bytes) throws InterruptedException {
        count.received();
        CompletableFuture<Outcome> taken = intake.take(type, given, bytes, Origin.HTTP, PushRoute.trace(context));
        var unused = taken.thenAccept(count::left);
        switch (await(taken, limits)) {
            case Outcome.Accepted(String articleId) -> context.status(202).contentType("application/json")
                    .result(ContractJson.mapper()
                            .writeValueAsBytes(new TreeMap<>(Map.of("articleId", articleId, "status", "accepted"))));
            case Outcome.Rejected rejected -> HttpEndpoint.write(context, PushProblems.refused(rejected.why()));
            case Outcome.Unavailable unavailable -> PushRoute.comeAgain(context, PushProblems.unavailable());
        }
    }

    /** The outcome, or that it is not known in time: the article is still counted under what becomes of it. */
    static Outcome await(CompletableFuture<Outcome> taken, PushLimits limits) throws InterruptedException {
        try {
            return taken.get(limits.waitMost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Unavailable("no acknowledgement in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome is a value, never an exception", e.getCause());
        }
    }
}
