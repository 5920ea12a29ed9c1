package news.dateline.ingest.format;

import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;

/** What came of reading the bytes of one article. */
public sealed interface Reading {
    /** They are an article. */
    record Accepted(RawArticle article) implements Reading {}

    /**
     * They can never be one.
     *
     * @param rule  the rule that they break, as it reads after the field or "the article"; never the article's text
     * @param field the field that breaks it, as a path such as {@code bylines[2]}
     */
    record Refused(RejectionReason reason, String rule, Optional<String> field) implements Reading {
        /** Refused as a whole. */
        public Refused(RejectionReason reason, String rule) {
            this(reason, rule, Optional.empty());
        }

        /** Larger than an article may be. */
        public static Refused tooLarge(int most) {
            return new Refused(RejectionReason.TOO_LARGE, "must be no larger than " + most + " bytes");
        }

        /** Field and rule as a sentence. */
        public String sentence() {
            return field.orElse("the article") + " " + rule;
        }
    }
}
