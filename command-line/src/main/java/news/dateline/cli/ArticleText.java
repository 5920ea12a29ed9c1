package news.dateline.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.SectionOutcome;
import news.dateline.contract.TagLabel;

/** An enriched article as a few lines for people. */
final class ArticleText {
    private ArticleText() {
    }

    static String of(EnrichedArticle article) {
        if (article.status() != PublicationStatus.USABLE) {
            return "@|bold,yellow " + article.status().word() + "|@ " + id(article);
        }
        String head = "@|bold " + Console.plain(article.headline().isEmpty() ? "(no headline)" : article.headline())
                + "|@";
        String origin = Stream.of(Optional.of(Console.plain(article.source().name())).filter(name -> !name.isBlank()),
                article.publishedAt().map(Object::toString), language(article), Optional.of(id(article)))
                .flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return Stream
                .of(Optional.of(head), Optional.of("  @|faint " + origin + "|@"),
                        article.labels().map(ArticleText::sections),
                        article.labels().flatMap(ArticleText::tags),
                        article.duplicateOf().map(first -> "  @|yellow duplicate of " + first + "|@"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String id(EnrichedArticle article) {
        return article.articleId() + " r" + article.revision();
    }

    private static Optional<String> language(EnrichedArticle article) {
        return article.labels().map(labels -> labels.language().orElse("language unknown"));
    }

    private static String sections(Labels labels) {
        if (labels.sections().isEmpty()) {
            return "  no section (" + (labels.sectionOutcome() == SectionOutcome.LANGUAGE_NOT_KNOWN
                    ? "the model does not know the language"
                    : "none fits") + ")";
        }
        return "  " + labels.sections().stream().map(label -> "@|cyan " + Console.plain(label.section()) + "|@ "
                + String.format(Locale.ROOT, "%.2f", label.score())).collect(Collectors.joining("  "));
    }

    private static Optional<String> tags(Labels labels) {
        return labels.tags().isEmpty()
                ? Optional.empty()
                : Optional.of("  " + labels.tags().stream().map(TagLabel::tag).distinct().map(Console::plain)
                        .map(tag -> "@|green #" + tag + "|@").collect(Collectors.joining(" ")));
    }
}
