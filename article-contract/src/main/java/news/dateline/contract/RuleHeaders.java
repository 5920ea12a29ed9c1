package news.dateline.contract;

import org.apache.kafka.common.header.Headers;

/** Headers of a rule's tombstone, which has no value to say who removed the rule and why. */
public final class RuleHeaders {
    public static final String AUTHOR = "dl-rule-author";
    public static final String COMMENT = "dl-rule-comment";

    private RuleHeaders() {
    }

    /** Says who removed a rule, and why where that was said. */
    public static void describeRemoval(String author, String comment, Headers headers) {
        HeaderText.add(headers, AUTHOR, author);
        if (!comment.isEmpty()) {
            HeaderText.add(headers, COMMENT, comment);
        }
    }
}
