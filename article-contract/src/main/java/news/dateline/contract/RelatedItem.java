package news.dateline.contract;

import java.util.Optional;

/** A teaser for another article that stood on the same page: kept apart, so that it earns no label. */
public record RelatedItem(String headline, Optional<String> section, String summary) {
    public RelatedItem {
        headline = Absent.text(headline);
        section = Absent.value(section);
        summary = Absent.text(summary);
    }
}
