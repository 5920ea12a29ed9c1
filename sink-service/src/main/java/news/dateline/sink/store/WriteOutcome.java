package news.dateline.sink.store;

/** What became of one change in the store. */
public sealed interface WriteOutcome {
    WriteOutcome STORED = new Stored();
    WriteOutcome SUPERSEDED = new Superseded();
    WriteOutcome WITHDRAWN = new Withdrawn();

    /** It is the kept revision now; the same revision delivered again is written again. */
    record Stored() implements WriteOutcome {}

    /** A later revision is kept already. */
    record Superseded() implements WriteOutcome {}

    /** The article's text is kept no more, whether it was taken down or is withheld. */
    record Withdrawn() implements WriteOutcome {}

    /**
     * It can never be kept, whatever the state of the store; the others of its batch are.
     *
     * @param rule the rule that it breaks, never the article's text
     */
    record NotStorable(String rule) implements WriteOutcome {}
}
