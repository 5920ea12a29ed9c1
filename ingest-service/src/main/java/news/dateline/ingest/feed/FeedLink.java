package news.dateline.ingest.feed;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as feeds write them, with blanks and letters that belong in no URI. */
final class FeedLink {
    private static final int LONGEST = 4_000;
    /** A line that was broken within an address. */
    private static final Pattern BROKEN = Pattern.compile("[ \\t]{0,100}[\\r\\n][\\s]{0,100}");

    private FeedLink() {
    }

    /** The address, absolute where its base is known; as it was given where it can't be resolved. */
    static String resolve(Optional<String> base, String link) {
        String given = BROKEN.matcher(link.strip()).replaceAll("");
        if (given.regionMatches(true, 0, "www.", 0, 4)) {
            return "http://" + given;
        }
        if (base.isEmpty() || given.length() > LONGEST || base.get().length() > LONGEST
                || given.regionMatches(true, 0, "http://", 0, 7) || given.regionMatches(true, 0, "https://", 0, 8)) {
            return given;
        }
        try {
            return URI.create(base.get().strip().replace(" ", "%20")).resolve(given.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException e) {
            // As lenient as a browser: what can't be resolved stays as it was written.
            return given;
        }
    }

    static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
    }
}
