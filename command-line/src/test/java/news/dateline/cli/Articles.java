package news.dateline.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.LanguageOrigin;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;

/** Enriched articles for tests. */
final class Articles {
    static final Instant TIME = Instant.parse("2026-11-05T12:00:00Z");

    private Articles() {
    }

    static EnrichedArticle labelled(String headline, String sourceName, String tag) {
        return article(PublicationStatus.USABLE, headline, sourceName,
                Optional.of(new Labels(Optional.of("en"), LanguageOrigin.DETECTED,
                        List.of(new SectionLabel("World", 0.81, Optional.of("11000000"), List.of()),
                                new SectionLabel("Harbours", 0.4, Optional.empty(), List.of())),
                        SectionOutcome.LABELLED, "sections-1",
                        List.of(new TagLabel(tag, "harbours", 3, List.of("harbour"))), List.of(), List.of())));
    }

    static EnrichedArticle inUnknownLanguage() {
        return article(PublicationStatus.USABLE, "Goedemorgen", "De Haven", Optional
                .of(new Labels(Optional.empty(), LanguageOrigin.UNKNOWN, List.of(),
                        SectionOutcome.LANGUAGE_NOT_KNOWN, "sections-1", List.of(), List.of(), List.of())));
    }

    static EnrichedArticle withheld() {
        return article(PublicationStatus.WITHHELD, "", "", Optional.empty());
    }

    private static EnrichedArticle article(PublicationStatus status, String headline, String sourceName,
            Optional<Labels> labels) {
        boolean usable = status == PublicationStatus.USABLE;
        return new EnrichedArticle(EnrichedArticle.SCHEMA_VERSION, "0123456789abcdef0123456789abcdef", 2, status,
                Optional.of("own-1"), Optional.of("https://news.example/1"), new Source(sourceName, Optional.empty()),
                headline, usable ? "In short." : "", usable ? "First.\n\nSecond." : "", Optional.empty(),
                usable ? List.of("Ann Other", "Bo Third") : List.of(), Declared.NOTHING, labels, List.of(),
                usable ? "f1" : "", Optional.empty(), Optional.of(TIME), Optional.empty(), TIME, TIME);
    }
}
