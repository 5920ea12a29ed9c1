package news.dateline.ingest.format;

import java.util.Optional;
import news.dateline.contract.RejectionReason;

/** Ends the reading of an article at the first rule that it breaks. */
final class BrokenRule extends RuntimeException {
    private final transient Reading.Refused refused;

    BrokenRule(RejectionReason reason, String rule) {
        this(new Reading.Refused(reason, rule));
    }

    BrokenRule(String field, String rule) {
        this(new Reading.Refused(RejectionReason.INVALID_FIELD, rule, Optional.of(field)));
    }

    BrokenRule(Reading.Refused refused) {
        super(refused.rule(), null, false, false);
        this.refused = refused;
    }

    Reading.Refused refused() {
        return refused;
    }
}
