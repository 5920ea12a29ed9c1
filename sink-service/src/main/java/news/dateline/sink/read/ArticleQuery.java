package news.dateline.sink.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asks for; an article must fit all of it.
 *
 * @param words      web-search syntax: words, a "phrase", {@code or}, {@code -not}
 * @param sections   names, in any case; the article has them all
 * @param tags       tags or ids of their rules, in any case; the article has them all
 * @param language   ISO 639 code
 * @param source     the publisher's name, in any case
 * @param from       published, else received, at or after
 * @param to         published, else received, before
 * @param duplicates whether articles with the same text as another are listed
 * @param limit      at most so many
 * @param after      the last article of the page before
 */
public record ArticleQuery(Optional<String> words, List<String> sections, List<String> tags,
        Optional<String> language, Optional<String> source, Optional<Instant> from, Optional<Instant> to,
        boolean duplicates, int limit, Optional<Cursor> after) {
    static final int STANDARD_LIMIT = 20;
    static final int MOST = 200;

    public ArticleQuery {
        sections = List.copyOf(sections);
        tags = List.copyOf(tags);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be a whole number from 1 to " + MOST);
        }
    }
}
