package news.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.contract.TagMatch;

/** Places of an article that a rule matched, each once: of places that overlap, the whole. */
final class MatchedPlaces implements Pattern.Places {
    private static final int MOST = 1_000;
    private static final List<String> ORDER = List.of(TagMatch.HEADLINE, TagMatch.SUMMARY, TagMatch.BODY);
    private static final Comparator<TagMatch> IN_ORDER = Comparator
            .<TagMatch>comparingInt(place -> ORDER.indexOf(place.field())).thenComparingInt(TagMatch::start)
            .thenComparingInt(TagMatch::end);

    private final List<TagMatch> places = new ArrayList<>();

    @Override
    public boolean hasRoom() {
        return places.size() < MOST;
    }

    @Override
    public void add(String field, ArticleWords.Occurrence first, ArticleWords.Occurrence last) {
        if (!ArticleFields.WHOLE.contains(field)) {
            places.add(new TagMatch(first.text(), first.start(), last.end()));
        }
    }

    /** In the order of the text. */
    List<TagMatch> list() {
        if (places.size() < 2) {
            return places;
        }
        places.sort(IN_ORDER);
        List<TagMatch> merged = new ArrayList<>(places.size());
        for (TagMatch place : places) {
            TagMatch last = merged.isEmpty() ? place : merged.getLast();
            if (!merged.isEmpty() && last.field().equals(place.field()) && place.start() < last.end()) {
                merged.set(merged.size() - 1,
                        new TagMatch(last.field(), last.start(), Math.max(last.end(), place.end())));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }
}
