package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a publisher's furniture out of training text: newsletter lines, photo credits, "India Business News:".
 *
 * <p>What a publisher repeats word for word names the publisher, and often the section, but says nothing about an
 * article. A segment (a line, a sentence, a bracket) found in many articles of one publisher is dropped. What of it a
 * text had is kept apart: it may tell where that publisher files the article.
 */
final class RepeatedText {
    private static final Pattern SEGMENT_END = Pattern.compile("(?<=[\\r\\n.!?:|()\\[\\]])");
    private static final Pattern TRUNCATION = Pattern.compile("(…|\\.\\.\\.)?\\s*\\[\\+\\d+ chars]\\s*$");
    private static final int ENOUGH_TIMES = 8;

    private final Map<String, Set<String>> repeatedByPublisher;

    private RepeatedText(Map<String, Set<String>> repeatedByPublisher) {
        this.repeatedByPublisher = repeatedByPublisher;
    }

    static List<LabelledArticle> removeFrom(List<LabelledArticle> articles) {
        RepeatedText repeated = learn(articles);
        List<LabelledArticle> clean = new ArrayList<>(articles.size());
        for (LabelledArticle article : articles) {
            clean.add(repeated.removeFrom(article));
        }
        return clean;
    }

    static RepeatedText learn(List<LabelledArticle> articles) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (LabelledArticle article : articles) {
            Map<String, Integer> ofPublisher = counts.computeIfAbsent(article.publisher(), p -> new HashMap<>());
            count(article.headline(), ofPublisher);
            count(article.body(), ofPublisher);
        }
        Map<String, Set<String>> repeated = new HashMap<>();
        counts.forEach((publisher, ofPublisher) -> repeated.put(publisher, ofPublisher.entrySet().stream()
                .filter(e -> e.getValue() >= ENOUGH_TIMES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet())));
        return new RepeatedText(repeated);
    }

    private LabelledArticle removeFrom(LabelledArticle article) {
        Set<String> dropped = new TreeSet<>(article.furniture());
        String headline = strip(article.publisher(), article.headline(), dropped);
        String body = strip(article.publisher(), article.body(), dropped);
        return article.withText(headline, body, dropped);
    }

    private String strip(String publisher, String text, Set<String> dropped) {
        Set<String> repeated = repeatedByPublisher.getOrDefault(publisher, Set.of());
        StringBuilder kept = new StringBuilder(text.length());
        for (String segment : segments(text)) {
            if (repeated.contains(key(segment))) {
                Furniture.addKeys(segment, dropped);
            } else {
                kept.append(segment);
            }
        }
        return kept.toString().strip();
    }

    private static void count(String text, Map<String, Integer> counts) {
        for (String segment : segments(text)) {
            String key = key(segment);
            if (!key.isEmpty()) {
                counts.merge(key, 1, Integer::sum);
            }
        }
    }

    private static String[] segments(String text) {
        return SEGMENT_END.split(TRUNCATION.matcher(text).replaceFirst(""));
    }

    private static String key(String segment) {
        return segment.strip().toLowerCase(Locale.ROOT);
    }
}
