package news.dateline.enrich.entity;

/**
 * A stretch of text as words: where each stands, a hash of its letters, and what separates it from the word before.
 *
 * <p>A possessive "’s" is cut off, the dots of an abbreviation are passed over ("U.S." is the word "US"), and a hyphen
 * separates, as does the apostrophe of a small word before a name ("l'Hérault"). It holds a bounded number of words, so
 * that a text of any length is read in the same memory; the arrays are used again for the next text.
 */
final class Words {
    static final int CAPACITY = 4_096;

    static final byte UPPER = 1;
    static final byte ALL_UPPER = 2;
    static final byte NUMBER = 4;
    static final byte POSSESSIVE = 8;
    static final byte NO_CASE = 16;

    /** "NEW YORK" is "New York"; shorter words in capitals are acronyms. */
    private static final int SHORTEST_SHOUTED = 3;

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    final int[] start;
    final int[] end;
    final long[] hash;
    /** The hash with only the first letter in upper case, of a word in capitals; else 0. */
    final long[] shouted;
    /** A {@link Gap} before each word. */
    final byte[] gap;
    final byte[] form;
    private final int capacity;
    private int size;
    private String text = "";

    /** Words for texts of any length. */
    Words() {
        this(CAPACITY);
    }

    private Words(int capacity) {
        this.capacity = capacity;
        start = new int[capacity];
        end = new int[capacity];
        hash = new long[capacity];
        shouted = new long[capacity];
        gap = new byte[capacity];
        form = new byte[capacity];
    }

    /** The words of one name; room for a whole text would take longer to make than the name to read. */
    static Words of(String name) {
        Words words = new Words(Math.min(CAPACITY, name.length() + 1));
        words.read(name, 0);
        return words;
    }

    int size() {
        return size;
    }

    boolean isUpper(int word) {
        return (form[word] & UPPER) != 0;
    }

    boolean isAllUpper(int word) {
        return (form[word] & ALL_UPPER) != 0;
    }

    boolean isNumber(int word) {
        return (form[word] & NUMBER) != 0;
    }

    /** "J.K.", as against "UN". */
    boolean isInitials(int word) {
        return length(word) > 1 && text.charAt(start[word] + 1) == '.';
    }

    boolean isPossessive(int word) {
        return (form[word] & POSSESSIVE) != 0;
    }

    boolean isWithoutCase(int word) {
        return (form[word] & NO_CASE) != 0;
    }

    int length(int word) {
        return end[word] - start[word];
    }

    /** A word joined to the one before it as the parts of a name are: by a blank, a hyphen, or an abbreviation's dot. */
    boolean isJoined(int word) {
        return word < size && gap[word] <= Gap.DOT && (word == 0 || !isPossessive(word - 1));
    }

    String text(int from, int to) {
        return text.substring(start[from], end[to - 1]);
    }

    /** The hash of a word that stands alone, an abbreviation's dots left out. */
    static long hash(String word) {
        long h = SEED;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            h = c == '.' ? h : (h ^ (Letters.isApostrophe(c) ? '\'' : c)) * PRIME;
        }
        return h;
    }

    /** Reads words from an offset until the end or until it is full; returns the offset behind what was read. */
    int read(String newText, int from) {
        text = newText;
        size = 0;
        int at = from;
        int before = from;
        int length = newText.length();
        while (at < length && size < capacity) {
            char c = newText.charAt(at);
            if (Letters.isPart(c)) {
                at = word(at, before);
                before = at;
            } else if (c == '&' && size > 0) {
                add(at, at + 1, before, (SEED ^ '&') * PRIME, (byte) 0);
                at++;
                before = at;
            } else {
                at++;
            }
        }
        return at;
    }

    private int word(int from, int before) {
        int length = text.length();
        char first = text.charAt(from);
        if (isDotted(from)) {
            return abbreviation(from, before);
        }
        long h = SEED;
        int at = from;
        int signs = 0;
        while (at < length) {
            char c = text.charAt(at);
            int sign = Letters.sign(c);
            if (sign != 0) {
                h = (h ^ c) * PRIME;
                signs |= sign;
                at++;
            } else if (Letters.isApostrophe(c) && at + 1 < length && Letters.isPart(text.charAt(at + 1))
                    && !isPossessiveAt(at) && !isElided(from, at)) {
                h = (h ^ '\'') * PRIME;
                at++;
            } else {
                break;
            }
        }
        boolean lower = (signs & Letters.LOWER) != 0;
        boolean letters = (signs & Letters.LETTER) != 0;
        boolean upperWithin = at > from + 1 && text.charAt(from + 1) >= 'A' && text.charAt(from + 1) <= 'Z';
        boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
        byte f = 0;
        if (upper || upperWithin) {
            f |= UPPER;
        }
        if (upper && !lower && at - from > 1) {
            f |= ALL_UPPER;
        }
        if (!letters) {
            f |= NUMBER;
        } else if (!upper && !lower) {
            f |= NO_CASE;
        }
        int end = at;
        if (isPossessiveAt(at)) {
            f |= POSSESSIVE;
            at += 2;
        }
        add(from, end, before, h, f);
        if ((f & ALL_UPPER) != 0 && end - from >= SHORTEST_SHOUTED) {
            shouted[size - 1] = capitalised(from, end);
        }
        return at;
    }

    private long capitalised(int from, int to) {
        long h = (SEED ^ text.charAt(from)) * PRIME;
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            h = (h ^ (Letters.isApostrophe(c) ? '\'' : Character.toLowerCase(c))) * PRIME;
        }
        return h;
    }

    /** "U.S.", "J.K.": single capitals, each with a dot. */
    private int abbreviation(int from, int before) {
        long h = SEED;
        int at = from;
        int length = text.length();
        while (at < length && Character.isUpperCase(text.charAt(at))) {
            boolean dot = at + 1 < length && text.charAt(at + 1) == '.';
            boolean last = at + 1 >= length || !Letters.isPart(text.charAt(at + 1));
            if (!dot && !last) {
                break;
            }
            h = (h ^ text.charAt(at)) * PRIME;
            at += dot ? 2 : 1;
            if (!dot) {
                break;
            }
        }
        int end = at;
        byte f = UPPER | ALL_UPPER;
        if (isPossessiveAt(at)) {
            f |= POSSESSIVE;
            at += 2;
        }
        add(from, end, before, h, f);
        return at;
    }

    private boolean isDotted(int at) {
        return at + 3 < text.length() && text.charAt(at + 1) == '.' && Character.isUpperCase(text.charAt(at))
                && Character.isUpperCase(text.charAt(at + 2))
                && (text.charAt(at + 3) == '.' || !Letters.isPart(text.charAt(at + 3)));
    }

    private boolean isPossessiveAt(int at) {
        return at + 1 < text.length() && Letters.isApostrophe(text.charAt(at)) && (text.charAt(at + 1) | 32) == 's'
                && (at + 2 >= text.length() || !Letters.isPart(text.charAt(at + 2)));
    }

    /** "l'Hérault", "qu'Amiens", "dell'Aquila": a small word that has lost its vowel before a name. */
    private boolean isElided(int from, int apostrophe) {
        if (!Character.isUpperCase(text.charAt(apostrophe + 1))) {
            return false;
        }
        char last = text.charAt(apostrophe - 1);
        return switch (apostrophe - from) {
            case 1 -> last == 'l' || last == 'd' || last == 'L';
            case 2, 3, 4, 5 -> Character.isLowerCase(text.charAt(from))
                    && (text.startsWith("qu", apostrophe - 2) || text.startsWith("ll", apostrophe - 2));
            default -> false;
        };
    }

    private void add(int from, int to, int before, long h, byte f) {
        start[size] = from;
        end[size] = to;
        hash[size] = h;
        shouted[size] = 0;
        form[size] = f;
        gap[size] = gap(before, from);
        size++;
    }

    private byte gap(int from, int to) {
        return size == 0
                ? Gap.SENTENCE
                : Gap.between(text, from, to, text.charAt(from) == '.' && isAbbreviation(size - 1));
    }

    private boolean isAbbreviation(int word) {
        return NameWords.isAbbreviation(hash[word]) || (length(word) == 1 && isUpper(word));
    }
}
