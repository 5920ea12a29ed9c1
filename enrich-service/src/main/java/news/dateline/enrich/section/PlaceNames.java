package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.dateline.enrich.entity.KnownPlaces;

/**
 * Names that tell which country an article is about, by hash: countries, their people, cities, institutions, leaders.
 *
 * <p>A name is one to three words, its last one with a capital letter; the longest name that fits counts. Names stand in
 * the model's file, so that a model sees the same places wherever it runs.
 */
final class PlaceNames {
    static final int UNKNOWN_COUNTRY = -1;
    private static final int MOST_WORDS = 3;
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,3}");
    private static final int PLACE_MASK = (1 << 14) - 1;
    private static final int MOST_NAMES = PLACE_MASK / 2;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** The main subject stands at the beginning; a long text must not cost more. */
    private static final int MOST_CHARACTERS = 8000;

    private final List<String> countries;
    private final int[] hashes;
    private final byte[] countryOfName;
    private final int[] slotHashes;
    private final byte[] slotCountries;

    /**
     * @param countries ISO 3166-1 codes, at most 255
     * @param hashes of the names, ascending
     * @param countryOfName for each name a position in {@code countries}, unsigned
     */
    PlaceNames(List<String> countries, int[] hashes, byte[] countryOfName) {
        this.countries = List.copyOf(countries);
        this.hashes = hashes;
        this.countryOfName = countryOfName;
        if (hashes.length > MOST_NAMES) {
            throw new IllegalArgumentException(hashes.length + " place names, more than " + MOST_NAMES);
        }
        // No more than a last word's place can tell, or mayEndAName would look elsewhere.
        int capacity = Math.min(Integer.highestOneBit(Math.max(8, hashes.length * 2)) * 4, PLACE_MASK + 1);
        slotHashes = new int[capacity];
        slotCountries = new byte[capacity];
        for (int name = 0; name < hashes.length; name++) {
            if ((countryOfName[name] & 0xff) >= countries.size()) {
                throw new IllegalArgumentException("a place name of no country");
            }
            int slot = hashes[name] & capacity - 1;
            while (slotHashes[slot] != 0) {
                slot = slot + 1 & capacity - 1;
            }
            slotHashes[slot] = hashes[name];
            slotCountries[slot] = countryOfName[name];
        }
    }

    /** The names of the gazetteer that tell of one country. */
    static PlaceNames ofGazetteer() {
        TreeMap<Integer, String> countryByHash = new TreeMap<>();
        KnownPlaces.countryByName().forEach((name, country) -> {
            countryByHash.put(hash(name), country);
            if (ABBREVIATION.matcher(name).matches()) {
                // "U.S." is two words here.
                countryByHash.put(hash(String.join(".", name.split("", -1))), country);
            }
        });
        List<String> countries = countryByHash.values().stream().distinct().sorted().toList();
        int[] hashes = countryByHash.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] countryOfName = new byte[hashes.length];
        for (int name = 0; name < hashes.length; name++) {
            countryOfName[name] = (byte) countries.indexOf(countryByHash.get(hashes[name]));
        }
        return new PlaceNames(countries, hashes, countryOfName);
    }

    List<String> countries() {
        return countries;
    }

    int[] hashes() {
        return hashes;
    }

    byte[] countryOfName() {
        return countryOfName;
    }

    /** The country's number, or {@link #UNKNOWN_COUNTRY} where no name tells of it. */
    int country(String code) {
        return countries.indexOf(code);
    }

    /** Counts the mentions of each country in a text, and gives each mention to the listener. */
    void count(String text, Mention mention) {
        int length = Math.min(text.length(), MOST_CHARACTERS);
        long before = 0;
        long last = 0;
        int lastStart = 0;
        int beforeStart = 0;
        int at = 0;
        while (at < length) {
            if (!isOfWord(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            long word = 0;
            while (at < length && isOfWord(text.charAt(at))) {
                word = word * 31 + text.charAt(at);
                at++;
            }
            if (isCapital(text.charAt(start)) && mayEndAName(word)) {
                int country = find(mix(before, last, word));
                int from = beforeStart;
                if (country < 0) {
                    country = find(mix(0, last, word));
                    from = lastStart;
                }
                if (country < 0) {
                    country = find(mix(0, 0, word));
                    from = start;
                }
                if (country >= 0) {
                    mention.of(country, from, at);
                }
            }
            before = last;
            beforeStart = lastStart;
            last = word;
            lastStart = start;
        }
    }

    private int find(int hash) {
        int mask = slotHashes.length - 1;
        int slot = hash & mask;
        while (slotHashes[slot] != 0) {
            if (slotHashes[slot] == hash) {
                return slotCountries[slot] & 0xff;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    /** False for nearly every word that no name ends with: the place of a name depends on its last word alone. */
    private boolean mayEndAName(long word) {
        return slotHashes[place(word) & slotHashes.length - 1] != 0;
    }

    /** Words that were hashed by 31, into the place of the last one and, above it, all of them; 0 stands for no word. */
    private static int mix(long first, long second, long third) {
        long value = (first * SPREAD + second) * SPREAD + third;
        value = (value ^ (value >>> 32)) * SPREAD;
        int hash = ((int) (value >>> 32) & ~PLACE_MASK) | place(third);
        return hash == 0 ? 1 : hash;
    }

    private static int place(long word) {
        return (int) (((word ^ (word >>> 29)) * SPREAD) >>> 40) & PLACE_MASK;
    }

    private static boolean isOfWord(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c);
    }

    private static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private static int hash(String name) {
        List<Long> words = new ArrayList<>(List.of(0L, 0L));
        Arrays.stream(name.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty()).forEach(text -> {
            long word = 0;
            for (int i = 0; i < text.length(); i++) {
                word = word * 31 + text.charAt(i);
            }
            words.add(word);
        });
        List<Long> tail = words.subList(words.size() - MOST_WORDS, words.size());
        return mix(tail.get(0), tail.get(1), tail.get(2));
    }

    /** Told of each mention of a country, with where it stands in the text. */
    interface Mention {
        void of(int country, int from, int to);
    }
}
