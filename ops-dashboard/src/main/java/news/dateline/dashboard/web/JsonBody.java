package news.dateline.dashboard.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import tools.jackson.core.JacksonException;

/** JSON that comes and goes, and what is wrong with what an operator typed, told with its field. */
public final class JsonBody {
    private static final int MOST_BYTES = 9 * 1024 * 1024;
    private static final int LONGEST_NOTE = 1_000;

    private JsonBody() {
    }

    /** What was sent, as a value of this type. */
    public static <T> T read(Context context, Class<T> type) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return ContractJson.mapper().readValue(bytes, type);
            }
        } catch (JacksonException e) {
            throw Problem.of(400, "invalid-request", "The request can't be read",
                    "the body must be a JSON object of the fields that this route knows").refusal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.of(413, "too-large", "The request is too large",
                "the body must be no larger than " + MOST_BYTES + " bytes").refusal();
    }

    /** Answers with a value. */
    public static void answer(Context context, Object value) {
        context.contentType("application/json").result(ContractJson.mapper().writeValueAsBytes(value));
    }

    /** A parameter of the address; empty where it is not given. */
    public static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    /** A number of the address, within bounds. */
    public static int number(Context context, String name, int otherwise, int most) {
        String given = parameter(context, name);
        return given.matches("\\d{1,6}") ? Math.min(most, Integer.parseInt(given)) : Math.min(most, otherwise);
    }

    /** A field breaks a rule. */
    public static Problem.Refusal wrong(String field, String why) {
        return new Problem(422, "invalid-field", "A field breaks a rule", why, Optional.of(field), Optional.empty())
                .refusal();
    }

    /** The same; the first word of the message is the field's name, as records say it. */
    public static Problem.Refusal wrong(IllegalArgumentException e) {
        String why = String.valueOf(e.getMessage());
        return wrong(why.split(" ", 2)[0], why);
    }

    /** A member that may be left out. */
    public static <T> Optional<T> present(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    /** A note or a name, no longer than anybody types. */
    public static String note(Optional<String> text, String field) {
        String given = text.orElse("").strip();
        if (given.length() > LONGEST_NOTE) {
            throw wrong(field, field + " must be no longer than " + LONGEST_NOTE + " characters");
        }
        return given;
    }
}
