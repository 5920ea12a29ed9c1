package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** NewsAPI.org's dialect: a response with a list of articles, and one article of such a list. */
final class NewsApi {
    private static final int MOST_ARTICLES = 1_000;
    private static final String REMOVED = "[Removed]";

    private NewsApi() {
    }

    /** The articles' own bytes, in order; empty where there are too many, or {@code articles} is no list. */
    static Optional<List<byte[]>> articles(String json) {
        return BoundedJson.read(json, parser -> {
            Optional<List<byte[]>> articles = Optional.empty();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("articles")) {
                    articles = Optional.of(entries(parser, json));
                } else {
                    parser.skipChildren();
                }
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? articles.filter(list -> list.size() <= MOST_ARTICLES) : Optional.empty();
        });
    }

    private static List<byte[]> entries(JsonParser parser, String json) {
        List<byte[]> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            // A scalar's end is not known before it is asked for.
            parser.getString();
            int to = (int) parser.currentLocation().getCharOffset();
            if (entries.size() <= MOST_ARTICLES) {
                entries.add(json.substring(from, to).getBytes(UTF_8));
            }
        }
        return entries;
    }

    static BrokenRule notOne() {
        return new BrokenRule(RejectionReason.NOT_AN_ARTICLE,
                "must be one article; a NewsAPI.org response goes as a push of its own, with a list of no more than "
                        + MOST_ARTICLES + " articles");
    }

    static RawArticle article(String json, Instant receivedAt) {
        Member top = new Member("", BoundedJson.tree(json));
        ArticleDraft draft = new ArticleDraft(receivedAt);
        draft.headline = top.at("title").flatMap(text -> text.text(FieldRules.HEADLINE_MOST)).orElse("");
        if (draft.headline.equals(REMOVED)) {
            throw new BrokenRule("title", "must not be " + REMOVED + ", which says that the article is gone");
        }
        draft.url = top.at("url").flatMap(Member::url);
        draft.sourceName = top.at("source").flatMap(source -> source.at("name"))
                .flatMap(name -> name.text(FieldRules.NAME_MOST)).orElse("");
        draft.bylines = top.at("author").flatMap(name -> name.text(FieldRules.NAME_MOST)).map(List::of)
                .orElse(List.of());
        draft.summary = top.at("description").flatMap(text -> text.text(FieldRules.SUMMARY_MOST)).orElse("");
        draft.text = top.at("content").map(text -> Characters.storable(text.text())).orElse("");
        draft.publishedAt = top.at("publishedAt").flatMap(time -> time.time(receivedAt));
        return draft.article();
    }
}
