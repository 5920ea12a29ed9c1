package news.dateline.ingest.publish;

import news.dateline.chassis.Metrics;

/** Counts every article once as received and once under its outcome, so that in = the sum of the outcomes. */
public final class OutcomeCount {
    private final Metrics metrics;

    public OutcomeCount(Metrics metrics) {
        this.metrics = metrics;
        metrics.mayLeaveAs("accepted");
        metrics.mayLeaveAs("unavailable");
    }

    /** An article came in. */
    public void received() {
        metrics.received(1);
    }

    /** An article that came in has its outcome. */
    public void left(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> metrics.outcome("accepted");
            case Outcome.Rejected rejected -> metrics.outcome("rejected", rejected.why().reason().word());
            case Outcome.Unavailable unavailable -> metrics.outcome("unavailable");
        }
    }
}
