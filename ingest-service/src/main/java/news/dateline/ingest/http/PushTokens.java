package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.util.Optional;
import news.dateline.chassis.Tokens;

/** The bearer tokens of which a push must bring one; where there are none, anyone may push. */
public record PushTokens(Tokens tokens) {
    public static final PushTokens NONE = new PushTokens(Tokens.NONE);

    private static final String SCHEME = "Bearer ";

    /** Refuses a push without a right token; what tells the token from others, empty where none is asked for. */
    String check(Context context) {
        if (tokens.isEmpty()) {
            return "";
        }
        Optional<String> token = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        if (token.isEmpty() || !tokens.isRight(token.get())) {
            context.header("WWW-Authenticate",
                    "Bearer realm=\"dateline\"" + (token.isEmpty() ? "" : ", error=\"invalid_token\""));
            throw PushProblems.token().refusal();
        }
        return Tokens.name(token.get());
    }
}
