package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.contract.Dateline;
import news.dateline.enrich.entity.KnownPlaces;

/**
 * A paragraph's dateline apart from its text: "LONDON (Reuters) - ", "KYIV, Ukraine (AP) — ".
 *
 * @param dateline absent where the paragraph has none
 * @param text     what stands behind it
 */
record Filing(Optional<Dateline> dateline, String text) {
    private static final int LONGEST_DATELINE = 120;

    private static final String AGENCY = "Reuters|REUTERS|AP|AFP|CNN|CNN Business|IANS|PTI|ANI|UPI|DPA|dpa|Xinhua|TASS|"
            + "Bloomberg|EFE|ANSA|Kyodo|Yonhap|PA|AAP|CP|The Canadian Press|Thomson Reuters Foundation|"
            + "CBS News|NBC News|ABC News|RNS|KHN|Agencies|\\p{Lu}{3,5}(?:-TV)?";

    private static final Pattern KNOWN_AGENCY = Pattern.compile(AGENCY.substring(0, AGENCY.lastIndexOf('|')));

    /** "SYDNEY: A church": a place that the gazetteer knows, since a film or a speaker may stand before a colon too. */
    private static final Pattern COLON_DATELINE = Pattern.compile(
            "^(?<place>\\p{Lu}[\\p{L}.'’ -]{2,40}): (?=[\\p{Lu}“\"‘])");

    /** A place as an agency writes it, in parts: "NEW YORK/LOS ANGELES", "KYIV, Ukraine", "New Delhi, April 18". */
    private static final Pattern AGENCY_DATELINE = Pattern.compile(
            "^(?<place>(?:\\p{Lu}[\\p{L}\\d.'’ /-]{1,40}(?:, [\\p{L}\\d.'’ ]{2,30}){0,3} ?,? ?)?)"
                    + "\\((?<agency>" + AGENCY + ")\\) {0,2}(?<dash>(?:--|[-–—:])?) {0,2}");

    /** A hyphen is a sign behind known places alone: French reports open with the matter, "TRANSFERTS - Après trois". */
    private static final Pattern PLACE_DATELINE = Pattern.compile(
            "^(?:(?<place>\\p{Lu}[\\p{Lu}.'’ /-]{3,40}(?:, [\\p{L}.'’ ]{2,25}){1,2}) (?:--|[-–—])"
                    + "|(?<alone>\\p{Lu}[\\p{Lu}.'’ /-]{3,40}) (?:--|—)"
                    + "|(?<known>\\p{Lu}[\\p{Lu}.'’ /-]{3,40}) [-–]) ");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:BREAKING|UPDATE|EXCLUSIVE|VIDEO|WATCH|LIVE|OPINION|ANALYSIS|EXPLAINER|REVIEW|PHOTOS|NOTE|WARNING|"
                    + "CORRECTION)\\b");

    private static final Pattern DATE = Pattern.compile(
            "^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?"
                    + "|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.?|\\d{4})$",
            Pattern.CASE_INSENSITIVE);

    /** Takes the dateline off a paragraph's beginning, where there is one. */
    static Filing of(String paragraph) {
        int end = Math.min(paragraph.length(), LONGEST_DATELINE);
        int bracket = paragraph.indexOf('(');
        Matcher agency = AGENCY_DATELINE.matcher(paragraph).region(0, end);
        if (bracket >= 0 && bracket < end && agency.lookingAt()) {
            boolean sure = agency.group("dash").isEmpty() ? isFiled(agency) : isFiledWithDash(agency);
            if (sure && (agency.end() == paragraph.length() || startsSentence(paragraph, agency.end()))) {
                return new Filing(Optional.of(read(agency.group("place"), Optional.of(agency.group("agency")))),
                        SafeText.strip(paragraph.substring(agency.end())));
            }
            return none(paragraph);
        }
        Matcher place = PLACE_DATELINE.matcher(paragraph).region(0, end);
        if (!isSmallLetterSecond(paragraph) && place.lookingAt() && !LABEL.matcher(paragraph).lookingAt()
                && startsSentence(paragraph, place.end())
                && (place.group("known") == null || KnownPlaces.contains(place.group("known")))) {
            return new Filing(Optional.of(read(place.group().replaceFirst(" (?:--|[-–—]) $", ""), Optional.empty())),
                    SafeText.strip(paragraph.substring(place.end())));
        }
        Matcher colon = COLON_DATELINE.matcher(paragraph).region(0, end);
        if (paragraph.indexOf(':', 0, end) > 0 && colon.lookingAt() && KnownPlaces.contains(colon.group("place"))) {
            return new Filing(Optional.of(read(colon.group("place"), Optional.empty())),
                    SafeText.strip(paragraph.substring(colon.end())));
        }
        return none(paragraph);
    }

    /** No place in capitals has one, and nearly every other paragraph. */
    private static boolean isSmallLetterSecond(String paragraph) {
        return paragraph.length() > 1 && Character.isLowerCase(paragraph.charAt(1));
    }

    private static Filing none(String paragraph) {
        return new Filing(Optional.empty(), paragraph);
    }

    private static Dateline read(String written, Optional<String> agency) {
        List<String> place = new ArrayList<>();
        List<String> date = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            String word = SafeText.strip(part);
            if (!word.isEmpty()) {
                (DATE.matcher(word).matches() ? date : place).add(word);
            }
        }
        return new Dateline(joined(place), Optional.empty(), joined(date), agency);
    }

    private static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** Without a dash "New Delhi, April 18 (IANS) The" and "(CNN)The" are datelines, "The agency (AP) said" is not. */
    private static boolean isFiled(Matcher dateline) {
        String place = dateline.group("place");
        return place.isEmpty()
                || dateline.group("agency").startsWith("CNN")
                || place.chars().anyMatch(c -> c == ',' || Character.isDigit(c));
    }

    /** A station's letters, "(WABC)", may as well explain a name; a place in capitals is filed from. */
    private static boolean isFiledWithDash(Matcher dateline) {
        String place = dateline.group("place");
        return KNOWN_AGENCY.matcher(dateline.group("agency")).matches()
                ? !place.startsWith("The ")
                : place.length() > 2 && place.substring(0, 3).chars().allMatch(Character::isUpperCase);
    }

    private static boolean startsSentence(String text, int at) {
        int c = text.codePointAt(at);
        boolean brandName = Character.isLowerCase(c)
                && at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at + 1));
        return brandName || Character.isUpperCase(c) || Character.isTitleCase(c) || !Character.isLetter(c);
    }
}
