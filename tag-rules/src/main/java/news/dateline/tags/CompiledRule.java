package news.dateline.tags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.Mention;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import news.dateline.contract.TextPart;
import org.apache.lucene.analysis.Analyzer;

/** A rule that can be run. Two of them are the same only if they are one object. */
final class CompiledRule {
    private static final int MOST_TOLD = 10;

    /** Summary and body say who and what they are about in their first words: these, or more of a longer body. */
    private static final int LEAST_OPENING = 80;

    private static final int OPENINGS_IN_A_BODY = 3;

    /** So much of a body is its lead. */
    private static final int LEAD_CHARS = 600;

    /** So often a text must come back to what does not stand early. */
    private static final int LEAST_ANYWHERE = 3;

    private final TagRule rule;
    private final Pattern pattern;
    private final Pattern.Any alternatives;
    private final Set<String> places;

    private CompiledRule(TagRule rule, Pattern pattern) {
        this.rule = rule;
        this.pattern = pattern;
        alternatives = pattern.alternatives();
        Set<String> asked = new HashSet<>();
        pattern.words(word -> {
            if (word.field().equals(ArticleFields.PLACE)) {
                asked.add(word.text());
            }
        });
        places = Set.copyOf(asked);
    }

    static CompiledRule of(TagRule rule, Analyzer analyzer) throws InvalidRule {
        return new CompiledRule(rule,
                new RulePattern(rule.mentions().isPresent()).of(RuleQuery.parse(rule.query(), analyzer)));
    }

    TagRule rule() {
        return rule;
    }

    Pattern pattern() {
        return pattern;
    }

    /** What an article must have one of; by their anchors it is told which it may have. */
    Pattern.Any alternatives() {
        return alternatives;
    }

    /**
     * The tag with the places that earned it; empty where the rule does not match, or not at as many places as it wants.
     *
     * @param found for what is found
     */
    Optional<TagLabel> match(TaggableArticle article, ArticleWords words, MatchedPlaces found) {
        found.clear();
        if (!pattern.find(words, found)) {
            return Optional.empty();
        }
        found.merge();
        if (rule.mentions().isPresent() && !areEnough(found, mentions(article, words), article)) {
            return Optional.empty();
        }
        return Optional.of(label(article, found));
    }

    /** What happens in its own country a publisher does not keep saying: half as many are enough, one in domestic news. */
    private int mentions(TaggableArticle article, ArticleWords words) {
        int mentions = rule.mentions().orElseThrow();
        if (places.isEmpty() || !places.contains(words.home())) {
            return mentions;
        }
        return PublisherHome.isDomestic(article, words.home()) ? 1 : (mentions + 1) / 2;
    }

    /**
     * One in the headline is. Else one must stand early, since much is said in passing farther down, or the text must come
     * back to it. Without a body nothing is said twice.
     */
    private static boolean areEnough(MatchedPlaces places, int mentions, TaggableArticle article) {
        int bodyLength = article.body().length();
        int early = mentions == 1
                ? LEAD_CHARS
                : Math.clamp(bodyLength / OPENINGS_IN_A_BODY, LEAST_OPENING, LEAD_CHARS);
        int enough = bodyLength == 0 ? 1 : mentions;
        int enoughAnywhere = Math.max(LEAST_ANYWHERE, mentions + 1);
        boolean opens = false;
        int count = 0;
        // Those in the headline come first.
        for (int i = 0; i < places.size(); i++) {
            long place = places.get(i);
            TextPart in = Place.in(place);
            if (!InPassing.is(article.text(in), in, Place.start(place), Place.end(place))) {
                if (in == TextPart.HEADLINE) {
                    return true;
                }
                opens |= Place.start(place) < early;
                count++;
                if ((opens && count >= enough) || count >= enoughAnywhere) {
                    return true;
                }
            }
        }
        return false;
    }

    private TagLabel label(TaggableArticle article, MatchedPlaces places) {
        int told = Math.min(MOST_TOLD, places.size());
        List<Mention> first = new ArrayList<>(told);
        List<String> words = new ArrayList<>(told);
        for (int i = 0; i < told; i++) {
            Mention place = Place.mention(places.get(i));
            first.add(place);
            String text = article.text(place.in()).substring(place.start(), place.end());
            if (!isAmong(words, text)) {
                words.add(text);
            }
        }
        return new TagLabel(rule.tag(), rule.ruleId(), rule.version(), words, first, rule.mediaTopic(),
                Optional.empty());
    }

    private static boolean isAmong(List<String> words, String text) {
        for (String word : words) {
            if (text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }
}
