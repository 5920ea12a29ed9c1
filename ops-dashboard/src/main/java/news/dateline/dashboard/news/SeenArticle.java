package news.dateline.dashboard.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;

/** As much of an enriched article as the page shows; its text is skipped when it is read. */
public record SeenArticle(String articleId, long revision, String headline, Source source, Optional<String> url,
        Optional<SeenLabels> labels, Optional<String> duplicateOf, Instant receivedAt, Instant enrichedAt) {
    private static final int LONGEST = 300;

    public SeenArticle {
        headline = shortened(headline);
        source = source == null ? Source.UNKNOWN : source;
        url = present(url);
        labels = present(labels);
        duplicateOf = present(duplicateOf);
        if (articleId == null || receivedAt == null || enrichedAt == null) {
            throw new IllegalArgumentException("no enriched article");
        }
    }

    /** Its labels and why it has them. */
    public record SeenLabels(Optional<String> language, List<SectionLabel> sections, SectionOutcome sectionOutcome,
            List<TagLabel> tags) {
        public SeenLabels {
            language = present(language);
            sections = sections == null ? List.of() : List.copyOf(sections);
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    private static <T> Optional<T> present(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    private static String shortened(String text) {
        return text == null ? "" : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
