package news.dateline.enrich.stream;

import news.dateline.contract.RawArticle;

/** What a record of {@code news.articles.raw} turns out to be on its way through the topology. */
sealed interface Arrival {
    /** Bytes that can never become an article; the record's headers say why. */
    record Rejected(Bytes original) implements Arrival {}

    /** An article as received. */
    record Received(RawArticle raw) implements Arrival {}

    /** The newest text of an article. */
    record NewText(RawArticle raw, long revision) implements Arrival {}

    /** The article is withheld or canceled. */
    record TakenDown(RawArticle raw, long revision) implements Arrival {}

    /** A new text with its labels. */
    record Labelled(Carried article) implements Arrival {}

    /** A record's value; a class of its own, since a record of a bare array would compare by identity. */
    final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value == null ? new byte[0] : value;
        }

        byte[] value() {
            return value;
        }
    }
}
