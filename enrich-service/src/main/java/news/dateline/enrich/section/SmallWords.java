package news.dateline.enrich.section;

/** English words that stand in articles about anything: they may count for a section, but explain nothing. */
final class SmallWords {
    /** Hashes of the words in lower case, by open addressing: looked up for every word that might be shown. */
    private static final long[] SLOTS = new long[2048];

    static {
        for (String word : ("a about above according across after again against ago all along already also "
                + "although always am among an and announced another any anyone anything are around as asked at away "
                + "back be became because become been before began behind being below best better between big both "
                + "but by called came can cannot come comes coming could d day days did do does doing don done down "
                + "during each early either else end enough even ever every far few first following for former found "
                + "four from full further gave get gets getting give given go goes going gone good got great had has "
                + "have having he her here him himself his how however i if in including into is it its itself just "
                + "keep know known last late later latest least less let like likely little ll long look made make "
                + "makes making many may me might million mon more most much must my near need never new news next no "
                + "nor not nothing now of off old on once one only onto or other others our out over own part people "
                + "per perhaps place plan plans put re really recent recently report reported reports revealed right "
                + "s said same saw say saying says see seen several shared she should show shows since six so some "
                + "something soon still such t take taken takes taking tell than that the their them then there these "
                + "they thing things think this those though three through time times to today together told tomorrow "
                + "too took toward towards tuesday monday wednesday thursday friday saturday sunday two under until "
                + "up upon us use used using ve very via want was way ways we week weekend weeks well went were what "
                + "when where whether which while who whole whom whose why will with within without work would wrote "
                + "year years yes yesterday yet you your image copyright caption photo file video read getty images "
                + "reuters ap afp pti ani").split(" ", -1)) {
            long hash = hash(word, 0, word.length());
            SLOTS[slot(hash)] = hash;
        }
    }

    private SmallWords() {
    }

    /** Whether a stretch of text has no word but small ones and numbers. */
    static boolean areAll(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int from = at;
            while (at < end && isOfWord(text.charAt(at))) {
                at++;
            }
            if (at > from && !isSmall(text, from, at)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isSmall(String text, int from, int to) {
        long hash = hash(text, from, to);
        return hash == 0 || SLOTS[slot(hash)] == hash;
    }

    /** Where the hash is, or would be. */
    private static int slot(long hash) {
        int slot = (int) (hash >>> 40) & SLOTS.length - 1;
        while (SLOTS[slot] != 0 && SLOTS[slot] != hash) {
            slot = slot + 1 & SLOTS.length - 1;
        }
        return slot;
    }

    /** 0 of a number. */
    private static long hash(String text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (hash != 0 || c < '0' || c > '9') {
                hash = (hash + Character.toLowerCase(c)) * 0x9E3779B97F4A7C15L;
            }
        }
        return hash;
    }
}
