package news.dateline.enrich.stream;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;

/**
 * What is remembered of the newest revision of an article; what the store of revisions holds.
 *
 * @param revision  our own number, 1 and more, rising with each newer text
 * @param declared  the publisher's number
 * @param updatedAt by the source's clock
 * @param content   digest of all that was received, but for numbers and times
 */
public record KnownRevision(long revision, Optional<Long> declared, Optional<Instant> updatedAt, String content,
        PublicationStatus status) {

    /** What an arriving article is to the one that is known. */
    public sealed interface Verdict {
        /** A newer text, or the first. */
        record Newest(KnownRevision known) implements Verdict {}

        /** The same text again, perhaps under a later number. */
        record Unchanged(KnownRevision known) implements Verdict {}

        /** A late older text, or a text of an article that was canceled. */
        record Superseded() implements Verdict {}
    }

    static Verdict first(RawArticle raw) {
        return new Verdict.Newest(new KnownRevision(Math.max(1, raw.revision().orElse(1L)), raw.revision(),
                raw.updatedAt(), ContentDigest.of(raw), raw.status()));
    }

    /** A cancellation is final, whatever comes after it and in whichever order. */
    Verdict judge(RawArticle raw) {
        String arriving = ContentDigest.of(raw);
        if (raw.status() == status && (arriving.equals(content) || status == PublicationStatus.CANCELED)) {
            return new Verdict.Unchanged(isOlder(raw) ? this : with(revision, raw, content));
        }
        if (status == PublicationStatus.CANCELED
                || (raw.status() != PublicationStatus.CANCELED && isOlder(raw))) {
            return new Verdict.Superseded();
        }
        return new Verdict.Newest(with(Math.max(revision + 1, raw.revision().orElse(0L)), raw, arriving));
    }

    /** The publisher's number decides, else its clock; where neither speaks, the later arrival is the newer text. */
    private boolean isOlder(RawArticle raw) {
        if (declared.isPresent() && raw.revision().isPresent() && !declared.equals(raw.revision())) {
            return raw.revision().get() < declared.get();
        }
        return updatedAt.isPresent() && raw.updatedAt().isPresent()
                && raw.updatedAt().get().isBefore(updatedAt.get());
    }

    /** This revision, when its text could not be enriched: any text that comes is new. */
    KnownRevision withContentForgotten() {
        return new KnownRevision(revision, declared, updatedAt, "", status);
    }

    private KnownRevision with(long number, RawArticle raw, String digest) {
        return new KnownRevision(number, raw.revision().or(() -> declared), raw.updatedAt().or(() -> updatedAt),
                digest, raw.status());
    }
}
