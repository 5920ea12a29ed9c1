package news.dateline.enrich.section;

/**
 * How far from home an article is: traits from the countries that it mentions, beside its words.
 *
 * <p>What is politics at home is World for readers abroad; the words alone cannot tell. An article whose edition has no
 * known country has none of these traits. One instance serves one thread.
 */
final class Abroad {
    /** The number of different traits. */
    static final int TRAITS = 14;
    /** What a trait weighs beside the words, whose squares sum to 1. */
    static final float VALUE = 0.3f;
    /** Each article at home somewhere has one trait of its headline, one of its whole text, one of its mentions. */
    static final int OF_ARTICLE = 3;

    private static final int TEXT = 4;
    private static final int MENTIONS = 10;

    private final PlaceNames names;
    private final int[] found = new int[OF_ARTICLE];
    private int home;
    private int atHome;
    private int all;
    private int firstAbroad;
    private int firstAbroadEnd;

    Abroad(PlaceNames names) {
        this.names = names;
    }

    /**
     * Finds the traits of one article; false where it has none, since the country is not known or the text has no
     * capital letter by which a name could be told.
     */
    boolean read(String headline, String body, String country) {
        home = names.country(country);
        if (home == PlaceNames.UNKNOWN_COUNTRY || !(hasCapital(headline) || hasCapital(body))) {
            return false;
        }
        atHome = 0;
        all = 0;
        firstAbroad = -1;
        names.count(headline, this::mention);
        int headlineAbroad = all - atHome;
        if (atHome > 0) {
            found[0] = headlineAbroad > 0 ? 0 : 1;
        } else {
            found[0] = headlineAbroad > 0 ? 2 : 3;
        }
        int offset = headline.length() + 1;
        names.count(body, (of, from, to) -> mention(of, from + offset, to + offset));
        int abroad = all - atHome;
        found[1] = TEXT + textTrait(abroad);
        found[2] = MENTIONS + (abroad < 2 ? abroad : abroad < 4 ? 2 : 3);
        return true;
    }

    /**
     * What a trait says of World before anything is learned.
     *
     * <p>Publishers of three countries are most of what can be learned from, and to them Berlin is always abroad. For an
     * edition at home there, names of its own must not make World.
     */
    static float worldPrior(int trait) {
        return switch (trait) {
            case TEXT + 1 -> -3;
            case TEXT + 2 -> -1.5f;
            default -> 0;
        };
    }

    int trait(int position) {
        return found[position];
    }

    /** Where the first name from abroad begins, counted through headline, one space and body; -1 where there is none. */
    int firstAbroad() {
        return firstAbroad;
    }

    int firstAbroadEnd() {
        return firstAbroadEnd;
    }

    private static boolean hasCapital(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c)) {
                return true;
            }
        }
        return false;
    }

    private int textTrait(int abroad) {
        if (all == 0) {
            return 0;
        }
        double share = (double) abroad / all;
        if (share == 0) {
            return 1;
        }
        if (share < 0.35) {
            return 2;
        }
        if (share < 0.65) {
            return 3;
        }
        return share < 1 ? 4 : 5;
    }

    private void mention(int country, int from, int to) {
        all++;
        if (country == home) {
            atHome++;
        } else if (firstAbroad < 0) {
            firstAbroad = from;
            firstAbroadEnd = to;
        }
    }
}
