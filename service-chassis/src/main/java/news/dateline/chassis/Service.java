package news.dateline.chassis;

/** A part of the pipeline that is started once, says how it is, and stops cleanly. */
public interface Service extends AutoCloseable {
    /** Short name: ingest, enrich, sink, dashboard. */
    String name();

    /** The port of its HTTP endpoint. */
    int port();

    /** How it is. */
    Health health();

    /** What it has counted. */
    Metrics metrics();

    /** Stops taking more, finishes what it has taken, and releases everything. */
    @Override
    void close();
}
