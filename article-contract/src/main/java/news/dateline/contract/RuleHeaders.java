package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/** Headers of a rule's tombstone, which has no value to say who removed the rule and why. */
public final class RuleHeaders {
    public static final String AUTHOR = "dl-rule-author";
    public static final String COMMENT = "dl-rule-comment";

    private RuleHeaders() {
    }

    /** Says who removed a rule, and why where that was said. */
    public static void describeRemoval(String author, String comment, Headers headers) {
        headers.add(AUTHOR, author.getBytes(UTF_8));
        if (!comment.isEmpty()) {
            headers.add(COMMENT, comment.getBytes(UTF_8));
        }
    }
}
