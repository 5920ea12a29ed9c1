package news.dateline.ingest.http;

import java.util.Optional;
import news.dateline.chassis.Problem;
import news.dateline.contract.RejectionReason;
import news.dateline.ingest.format.Reading;

/** How a push that is not taken is told: 4xx where it can never be, 503 where it should come again. */
final class PushProblems {
    static final String RETRY_AFTER = "Retry-After";
    static final String RETRY_SECONDS = "2";

    private PushProblems() {
    }

    static Problem refused(Reading.Refused refused) {
        RejectionReason reason = refused.reason();
        return new Problem(status(reason), reason.word(), title(reason), refused.sentence(), refused.field(),
                Optional.empty());
    }

    static Problem unavailable() {
        return Problem.of(503, "unavailable", "Kafka does not answer",
                "The article is not acknowledged: push it again, which never makes a second one");
    }

    static Problem unavailableFrom(int line) {
        return Problem.of(503, "unavailable", "Kafka does not answer",
                "Lines from " + line + " on are not acknowledged: push them again, which never makes a second article")
                .atLine(line);
    }

    static Problem busy(int pushes) {
        return Problem.of(503, "busy", "Too many pushes at a time",
                "No more than " + pushes + " pushes are worked on at the same time: push again");
    }

    static Problem tooMany(ClientLimits limits, boolean inASecond) {
        return Problem.of(429, "too-many", "Too many pushes of one client",
                inASecond
                        ? "One client may push " + limits.requests() + " times in a second: push again later, or more "
                                + "articles at once as NDJSON"
                        : "No more than " + limits.pushes() + " pushes of one client are worked on at the same time: "
                                + "push again");
    }

    static Problem slow() {
        return Problem.of(408, "slow", "The body came too slowly",
                "The body came too slowly while other pushes waited for its place: push again");
    }

    static Problem slowFrom(int line) {
        return Problem.of(408, "slow", "The body came too slowly",
                "The body came too slowly while other pushes waited for its place; lines from " + line
                        + " on are not taken: push them again")
                .atLine(line);
    }

    static Problem key() {
        return Problem.of(400, "idempotency-key", "No right key",
                KeyedPushes.HEADER + " must be 1 to 255 visible characters, in quotes or without");
    }

    static Problem keyUnderWay() {
        return Problem.of(409, "idempotency-key-under-way", "The first push is under way",
                "A push with this " + KeyedPushes.HEADER + " is being worked on: ask again later");
    }

    static Problem keyOfAnother() {
        return Problem.of(422, "idempotency-key-of-another", "The key of another push",
                "This " + KeyedPushes.HEADER
                        + " came before, with another body, content-type or query: take a new one");
    }

    static Problem cutOff() {
        return Problem.of(400, "cut-off", "The body ended early",
                "The connection ended before the body did: push again");
    }

    static Problem encoding() {
        return Problem.of(415, "unsupported-content-encoding", "Unsupported content encoding",
                "The body must come as it is or with the content-encoding gzip");
    }

    static Problem token() {
        return Problem.of(401, "unauthorized", "No right token",
                "Pushes are taken with a token: Authorization: Bearer TOKEN");
    }

    static Problem method() {
        return Problem.of(405, "method-not-allowed", "Method not allowed", "Articles are pushed with POST");
    }

    /** 400 for what can't be read, 422 for what can be read and breaks a rule. */
    private static int status(RejectionReason reason) {
        return switch (reason) {
            case NOT_UTF8, NOT_JSON, NOT_AN_ARTICLE -> 400;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_FIELD, NO_TEXT, NOT_ENRICHABLE, NOT_STORABLE -> 422;
        };
    }

    private static String title(RejectionReason reason) {
        return switch (reason) {
            case NOT_UTF8 -> "Not in its charset";
            case NOT_JSON -> "Not JSON";
            case NOT_AN_ARTICLE -> "Not an article";
            case TOO_LARGE -> "Too large";
            case UNSUPPORTED_MEDIA_TYPE -> "Unsupported media type";
            case INVALID_FIELD -> "A field breaks a rule";
            case NO_TEXT -> "No headline and no text";
            case NOT_ENRICHABLE, NOT_STORABLE -> "Can't be stored";
        };
    }
}
