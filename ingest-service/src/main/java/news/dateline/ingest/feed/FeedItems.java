package news.dateline.ingest.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the items of all dialects have alike. */
final class FeedItems {
    private static final Pattern NAME_IN_BRACKETS = Pattern
            .compile("^\\S{1,300}@\\S{1,300}\\s{1,9}\\(([^()]{1,300})\\)$");
    private static final Pattern ADDRESS_AFTER = Pattern
            .compile("^(.{1,300}?)\\s{1,9}[<(][^\\s<>()]{1,300}@[^\\s<>()]{1,300}[>)]$");

    private FeedItems() {
    }

    static Optional<Instant> time(FeedElement item, String... names) {
        return item.texts(names).stream().flatMap(text -> FeedTime.read(text).stream()).findFirst();
    }

    /** What stands within the media of an item, alone or in groups, is said of the item where it says nothing itself. */
    static Optional<FeedElement> media(FeedElement item, String... names) {
        List<FeedElement> media = Stream.of(item).flatMap(FeedItems::ofMedia)
                .flatMap(outer -> Stream.concat(Stream.of(outer), ofMedia(outer))).toList();
        return media.stream().flatMap(inner -> inner.filled(names).stream()).findFirst();
    }

    private static Stream<FeedElement> ofMedia(FeedElement of) {
        return Stream.concat(of.children("media:group"), of.children("media:content"));
    }

    /** The name of a person given with an address, in either order. */
    static String person(String credit) {
        String text = credit.length() > 1_000 ? credit.substring(0, 1_000) : credit;
        Matcher bracketed = NAME_IN_BRACKETS.matcher(text);
        if (bracketed.matches()) {
            return bracketed.group(1).strip();
        }
        Matcher followed = ADDRESS_AFTER.matcher(text);
        return followed.matches() ? followed.group(1).strip() : text.strip();
    }

    static Stream<String> split(String keywords) {
        return Stream.of(keywords.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
