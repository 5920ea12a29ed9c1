package news.dateline.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code Link} headers of RFC 8288, as far as one relation's target goes. */
final class LinkHeader {
    /** Of all of an answer's links as much is read. */
    static final int MOST_CHARACTERS = 16 * 1024;

    private LinkHeader() {
    }

    static Optional<String> target(String links, String relation) {
        for (String link : split(links, ',')) {
            int end = link.indexOf('>');
            if (link.startsWith("<") && end > 0 && hasRelation(link.substring(end + 1), relation)) {
                return Optional.of(link.substring(1, end).strip());
            }
        }
        return Optional.empty();
    }

    private static boolean hasRelation(String parameters, String relation) {
        for (String parameter : split(parameters, ';')) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("rel")) {
                String relations = parameter.substring(equals + 1).replace("\"", " ").strip().toLowerCase(Locale.ROOT);
                return List.of(relations.split("\\s+")).contains(relation);
            }
        }
        return false;
    }

    /** Splits where no address and no quoted text goes on. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        boolean address = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            quoted ^= character == '"' && !address;
            address = !quoted && (character == '<' || (address && character != '>'));
            if (character == separator && !quoted && !address) {
                parts.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
