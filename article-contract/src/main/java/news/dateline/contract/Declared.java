package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * What the publisher says of its own article: evidence, not truth.
 *
 * @param language BCP 47 language tag
 * @param sections the publisher's own section names
 * @param keywords the publisher's own keywords
 */
public record Declared(Optional<String> language, List<String> sections, List<String> keywords) {
    public static final Declared NOTHING = new Declared(Optional.empty(), List.of(), List.of());

    public Declared {
        language = Absent.value(language);
        sections = Absent.list(sections);
        keywords = Absent.list(keywords);
    }
}
