package news.dateline.chassis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem detail of RFC 9457.
 *
 * @param type   what kind of problem, the last part of its URI
 * @param title  the kind in words
 * @param detail this occurrence: what, where, and what to do
 * @param field  the field that broke a rule, as a path
 * @param line   the line of an NDJSON body, from 1
 */
public record Problem(int status, String type, String title, String detail, Optional<String> field,
        Optional<Integer> line) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "https://dateline.news/problems/";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    /** A problem with neither field nor line. */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Optional.empty(), Optional.empty());
    }

    /** This problem, at a line of an NDJSON body. */
    public Problem atLine(int number) {
        return new Problem(status, type, title, detail, field, Optional.of(number));
    }

    /** Its members as RFC 9457 names them. */
    public Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("status", status);
        members.put("type", TYPES + type);
        members.put("title", title);
        members.put("detail", detail);
        field.ifPresent(value -> members.put("field", value));
        line.ifPresent(value -> members.put("line", value));
        return members;
    }

    /** JSON of {@link #members()}. */
    public byte[] json() {
        return MAPPER.writeValueAsBytes(members());
    }

    /** Thrown by a route to answer with this problem. */
    public Refusal refusal() {
        return new Refusal(this);
    }

    /** Ends a request with a problem. */
    public static final class Refusal extends RuntimeException {
        private final transient Problem problem;

        private Refusal(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        /** The answer. */
        public Problem problem() {
            return problem;
        }
    }
}
