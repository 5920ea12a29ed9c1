package news.dateline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which media type bytes have: by what they begin with, by their name, and by what the server says that sent them. */
final class ContentType {
    private static final String JSON_FEED = "application/feed+json";
    private static final Set<String> FEED_ROOTS = Set.of("rss", "rdf", "feed", "urlset", "channel");
    private static final Set<String> PAGE_ROOTS = Set.of("html", "head", "body");
    private static final Pattern ELEMENT = Pattern.compile("<(?:[\\w-]{1,50}:)?([A-Za-z]{1,50})[\\s>/]");
    private static final Pattern HTML_DOCUMENT = Pattern.compile("(?:<\\?[^>]{0,500}>\\s*)?<!doctype html",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECOND_LINE = Pattern.compile("^\\{.*\\}[ \\t\\r]*\\n\\s*\\{");
    /** Said of anything by servers that don't know what they send, or of several formats. */
    private static final List<String> VAGUE = List.of("application/json", "application/xml", "text/xml", "text/plain",
            "application/octet-stream", "application/gzip", "application/x-gzip", "binary/octet-stream");

    private ContentType() {
    }

    /** Of a file: its name tells, and for the names that several formats have its beginning. */
    static Optional<String> ofFile(String name, byte[] beginning) {
        Optional<String> byName = PushFile.mediaType(name);
        boolean vague = byName.filter(type -> !type.equals(PushFile.JSON) && !type.equals(PushFile.FEED)).isEmpty();
        return vague ? ofBeginning(beginning).or(() -> byName) : byName;
    }

    /** Of an answer: its header tells, unless that is vague or the bytes are plainly a feed. */
    static Optional<String> ofAnswer(Optional<String> header, String path, byte[] beginning) {
        String said = header.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Optional<String> told = ofBeginning(beginning);
        String parameters = header.filter(text -> text.contains(";")).map(text -> text.substring(text.indexOf(';')))
                .orElse("");
        if (told.filter(type -> type.equals(PushFile.FEED) || type.equals(PushFile.WARC)).isEmpty() && !said.isEmpty()
                && !VAGUE.contains(said)) {
            return header;
        }
        return told.map(type -> isText(type) ? type + parameters : type).or(() -> PushFile.mediaType(path))
                .or(() -> header.filter(type -> said.equals("text/plain") || said.equals("application/json")));
    }

    /** JSON is in UTF-8, whatever a server says. */
    private static boolean isText(String type) {
        return type.equals(PushFile.FEED) || type.equals(PushFile.HTML);
    }

    static Optional<String> ofBeginning(byte[] beginning) {
        String text = new String(beginning, ISO_8859_1)
                .replaceAll("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .replace("\0", "").stripLeading();
        if (text.startsWith("WARC/")) {
            return Optional.of(PushFile.WARC);
        }
        if (text.startsWith("{")) {
            return Optional.of(SECOND_LINE.matcher(text).find()
                    ? PushFile.LINES
                    : text.contains("jsonfeed.org/version") ? JSON_FEED : PushFile.JSON);
        }
        if (text.startsWith("[")) {
            return Optional.of(PushFile.JSON);
        }
        return text.startsWith("<") ? ofMarkup(text) : Optional.empty();
    }

    private static Optional<String> ofMarkup(String text) {
        if (HTML_DOCUMENT.matcher(text).lookingAt()) {
            return Optional.of(PushFile.HTML);
        }
        Matcher element = ELEMENT.matcher(text);
        while (element.find()) {
            String root = element.group(1).toLowerCase(Locale.ROOT);
            if (FEED_ROOTS.contains(root)) {
                return Optional.of(PushFile.FEED);
            }
            if (PAGE_ROOTS.contains(root)) {
                return Optional.of(PushFile.HTML);
            }
        }
        return Optional.empty();
    }
}
