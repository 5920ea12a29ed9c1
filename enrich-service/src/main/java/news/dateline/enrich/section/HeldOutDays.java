package news.dateline.enrich.section;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The day of each article, to hold out what was published together: a story that is in the news for days is told by one of
 * its articles for all others, which none does for tomorrow's.
 *
 * <p>Articles without a time, or of few days, are dealt to made-up days.
 */
final class HeldOutDays {
    private static final int FEWEST_DAYS = 12;
    private static final int DEALT_TO = 24;
    private static final long NOT_TOLD = Long.MIN_VALUE;

    private HeldOutDays() {
    }

    /** A number for each row; those of two days are neighbours where the days are. */
    static long[] of(List<LabelledArticle> articles, int[] rows) {
        long[] days = IntStream.of(rows).mapToLong(row -> day(articles.get(row).publishedAt())).toArray();
        boolean few = IntStream.range(0, days.length).filter(i -> days[i] != NOT_TOLD).mapToLong(i -> days[i])
                .distinct().count() < FEWEST_DAYS;
        for (int i = 0; i < days.length; i++) {
            if (few || days[i] == NOT_TOLD) {
                days[i] = dealt(rows[i]);
            }
        }
        return days;
    }

    private static long day(String publishedAt) {
        try {
            return publishedAt.length() < 10 ? NOT_TOLD : LocalDate.parse(publishedAt.substring(0, 10)).toEpochDay();
        } catch (DateTimeException e) {
            // A collection of one's own may write its times as it likes: then they tell nothing here.
            return NOT_TOLD;
        }
    }

    /** Neighbours are of one publisher and day, so that an article's number must not tell its made-up one. */
    private static int dealt(int row) {
        return ((row * 0x9E3779B9) >>> 16) % DEALT_TO;
    }
}
