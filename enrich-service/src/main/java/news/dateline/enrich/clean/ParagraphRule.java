package news.dateline.enrich.clean;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A named reason for which a paragraph is not one of the article's own. */
record ParagraphRule(String name, Predicate<Paragraph> drops) {

    /** The name of the first of the rules that drops the paragraph. */
    static Optional<String> first(List<ParagraphRule> rules, Paragraph paragraph) {
        if (!paragraph.isJudged()) {
            return Optional.empty();
        }
        for (ParagraphRule rule : rules) {
            if (rule.drops().test(paragraph)) {
                return Optional.of(rule.name());
            }
        }
        return Optional.empty();
    }
}
