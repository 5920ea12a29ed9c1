package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.util.Optional;
import news.dateline.chassis.Tokens;

/** The bearer tokens of which a push must bring one; where there are none, anyone may push. */
public record PushTokens(Tokens tokens) {
    public static final PushTokens NONE = new PushTokens(Tokens.NONE);

    /** Refuses a push without a right token; what tells the token from others, empty where none is asked for. */
    String check(Context context) {
        if (tokens.isEmpty()) {
            return "";
        }
        Optional<String> token = Tokens.bearer(context);
        if (token.isEmpty() || !tokens.isRight(token.get())) {
            context.header("WWW-Authenticate",
                    "Bearer realm=\"dateline\"" + (token.isEmpty() ? "" : ", error=\"invalid_token\""));
            throw PushProblems.token().refusal();
        }
        return Tokens.name(token.get());
    }
}
