package news.dateline.cli;

import news.dateline.chassis.Metrics;
import news.dateline.local.LocalPipeline;

/** What became of every article that was pushed: in = stored + unchanged + superseded + withdrawn + rejected. */
record Outcomes(long in, long stored, long unchanged, long superseded, long withdrawn, long rejected) {
    static Outcomes of(LocalPipeline pipeline) {
        Metrics ingest = pipeline.ingest().metrics();
        Metrics enrich = pipeline.enrich().metrics();
        Metrics sink = pipeline.sink().metrics();
        return new Outcomes(ingest.receivedCount(), sink.outcomeCount("stored"), enrich.outcomeCount("unchanged"),
                enrich.outcomeCount("superseded") + sink.outcomeCount("superseded"), sink.outcomeCount("withdrawn"),
                ingest.outcomeCount("rejected") + enrich.outcomeCount("rejected") + sink.outcomeCount("rejected"));
    }

    boolean settled() {
        return in == stored + unchanged + superseded + withdrawn + rejected;
    }

    String sentence() {
        return in + " in = " + stored + " stored + " + unchanged + " unchanged + " + superseded + " superseded + "
                + withdrawn + " withdrawn + " + rejected + " rejected";
    }
}
