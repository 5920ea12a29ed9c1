package news.dateline.tags;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.LanguageOrigin;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.contract.TagRule;

/** Rules and articles with little in them but what a test is about. */
final class Rules {
    static final Instant PUBLISHED = Instant.parse("2026-11-03T23:30:00Z");

    private Rules() {
    }

    static TagRule rule(String id, String query) {
        return rule(id, query, Optional.empty(), Optional.empty());
    }

    static TagRule child(String id, String query, String parent) {
        return rule(id, query, Optional.of(parent), Optional.empty());
    }

    static TagRule mentioned(String id, String query, int mentions) {
        return rule(id, query, Optional.empty(), Optional.of(mentions));
    }

    private static TagRule rule(String id, String query, Optional<String> parent, Optional<Integer> mentions) {
        return new TagRule(TagRule.SCHEMA_VERSION, id, 1, id, query, parent, Optional.empty(), "", "", Instant.EPOCH,
                mentions);
    }

    static TaggableArticle article(String headline, String summary, String body) {
        return new TaggableArticle(headline, summary, body, "en", "Quay Post", "", PUBLISHED, List.of("World"),
                List.of());
    }

    static EnrichedArticle enriched(String headline) {
        return enriched(headline, "", "");
    }

    static EnrichedArticle enriched(String headline, String summary, String body) {
        return enriched(PublicationStatus.USABLE, headline, summary, body, Optional.of(new Labels(Optional.of("en"),
                LanguageOrigin.DETECTED, List.of(), SectionOutcome.NONE_FITS, "s", List.of(), List.of(), List.of())));
    }

    static EnrichedArticle withheld() {
        return enriched(PublicationStatus.WITHHELD, "", "", "", Optional.empty());
    }

    private static EnrichedArticle enriched(PublicationStatus status, String headline, String summary, String body,
            Optional<Labels> labels) {
        return new EnrichedArticle(EnrichedArticle.SCHEMA_VERSION, "0123456789abcdef0123456789abcdef", 1, status,
                Optional.empty(), Optional.empty(), new Source("Quay Post", Optional.empty()), headline, summary, body,
                Optional.empty(), List.of(), Declared.NOTHING, labels, List.of(), "", Optional.empty(),
                Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
    }
}
