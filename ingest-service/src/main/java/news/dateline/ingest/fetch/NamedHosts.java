package news.dateline.ingest.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hosts that may be fetched from wherever they are: for intranets and tests. */
public record NamedHosts(List<String> names) {
    /** What a valid list is, as it reads after "must be". */
    public static final String RULE = "host names with commas between; .example.org means all names beneath it";
    public static final NamedHosts NONE = new NamedHosts(List.of());

    private static final Pattern NAME = Pattern.compile("\\[?[a-z0-9._:-]+]?");

    public NamedHosts {
        names = List.copyOf(names);
    }

    /** The hosts of a text, none of a blank one; empty where one is no name. */
    public static Optional<NamedHosts> of(String text) {
        List<String> names = Stream.of(text.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
        return names.stream().allMatch(NAME.asMatchPredicate()) ? Optional.of(new NamedHosts(names)) : Optional.empty();
    }

    boolean contains(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> name.startsWith(".") ? asked.endsWith(name) : asked.equals(name));
    }
}
