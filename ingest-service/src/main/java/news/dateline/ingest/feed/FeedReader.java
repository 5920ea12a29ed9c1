package news.dateline.ingest.feed;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.WebCharacters;

/** Reads the bytes of a feed, whatever its dialect says it is: what it begins with decides. */
public final class FeedReader {
    /** The largest document that is read. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;
    static final int MOST_ITEMS = 50_000;
    /** A parsed document takes many times its bytes: no more of them at a time than there are processors to read them. */
    private static final Semaphore PLACES = new Semaphore(Runtime.getRuntime().availableProcessors());

    private FeedReader() {
    }

    /**
     * Reads a feed.
     *
     * @param contentType the {@code content-type} header that came with it
     * @param address     where it was fetched, which relative links are relative to
     * @throws UnreadableFeed if it is none
     */
    public static FeedDocument read(byte[] bytes, Optional<String> contentType, Optional<String> address) {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableFeed("must be no larger than " + MOST_BYTES + " bytes");
        }
        PLACES.acquireUninterruptibly();
        try {
            return read(
                    WebCharacters.decode(bytes, contentType.flatMap(type -> MediaType.of(Optional.of(type)).charset())),
                    address);
        } finally {
            PLACES.release();
        }
    }

    private static FeedDocument read(String text, Optional<String> address) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            throw new UnreadableFeed("must not be empty");
        }
        return text.charAt(first) == '{'
                ? JsonFeed.read(text.substring(first), address)
                : xml(FeedElement.root(text, address));
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character == '\uFEFF';
    }

    private static FeedDocument xml(FeedElement root) {
        return switch (root.localName()) {
            case "feed" -> AtomFeed.read(root);
            case "urlset" -> NewsSitemap.read(root);
            default -> RssFeed.read(root);
        };
    }
}
