package news.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.contract.Mention;

/** Places of an article that a rule matched, each once: of places that overlap, the whole. */
final class MatchedPlaces implements Pattern.Places {
    private static final int MOST = 1_000;
    private static final Comparator<Mention> IN_ORDER = Comparator
            .comparing(Mention::in).thenComparingInt(Mention::start)
            .thenComparingInt(Mention::end);

    private final List<Mention> places = new ArrayList<>();

    @Override
    public boolean hasRoom() {
        return places.size() < MOST;
    }

    @Override
    public void add(String field, ArticleWords.Occurrence first, ArticleWords.Occurrence last) {
        if (!ArticleFields.WHOLE.contains(field)) {
            places.add(new Mention(first.in(), first.start(), last.end()));
        }
    }

    /** In the order of the text. */
    List<Mention> list() {
        if (places.size() < 2) {
            return places;
        }
        places.sort(IN_ORDER);
        List<Mention> merged = new ArrayList<>(places.size());
        for (Mention place : places) {
            Mention last = merged.isEmpty() ? place : merged.getLast();
            if (!merged.isEmpty() && last.in() == place.in() && place.start() < last.end()) {
                merged.set(merged.size() - 1,
                        new Mention(last.in(), last.start(), Math.max(last.end(), place.end())));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }
}
