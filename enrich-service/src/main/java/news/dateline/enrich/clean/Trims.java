package news.dateline.enrich.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is cut off a paragraph that stays: the agency's dateline before it, marks and credits after it. */
final class Trims {
    private static final int LONGEST_DATELINE = 120;
    private static final int SHORTEST_TAIL = 5;
    private static final int LONGEST_TAIL = 300;

    private static final Pattern TRUNCATION = Pattern.compile(" ?\\[\\+\\d{1,7} chars\\]$");

    private static final Pattern AGENCY_TAIL = Pattern.compile(
            "[(\\[](?:(?:additional )?reporting|editing|writing|compiled) by [^()\\[\\]]{2,280}[)\\]]?\\.?$",
            Pattern.CASE_INSENSITIVE);

    private static final String AGENCY = "Reuters|REUTERS|AP|AFP|CNN|CNN Business|IANS|PTI|ANI|UPI|DPA|dpa|Xinhua|TASS|"
            + "Bloomberg|EFE|ANSA|Kyodo|Yonhap|PA|AAP|CP|The Canadian Press|Thomson Reuters Foundation|"
            + "CBS News|NBC News|ABC News|RNS|KHN|Agencies";

    /** A place as an agency writes it, in parts: "NEW YORK/LOS ANGELES", "KYIV, Ukraine", "New Delhi, April 18". */
    private static final Pattern AGENCY_DATELINE = Pattern.compile(
            "^(?<place>(?:\\p{Lu}[\\p{L}\\d.'’ /-]{1,40}(?:, [\\p{L}\\d.'’ ]{2,30}){0,3} ?,? ?)?)"
                    + "\\((?<agency>" + AGENCY + ")\\) {0,2}(?<dash>(?:--|[-–—:])?) {0,2}");

    /** A hyphen alone is no sign: French reports open with the matter in capitals, "TRANSFERTS - Après trois". */
    private static final Pattern PLACE_DATELINE = Pattern.compile(
            "^\\p{Lu}[\\p{Lu}.'’ /-]{3,40}(?:(?:, [\\p{L}.'’ ]{2,25}){1,2} (?:--|[-–—])| (?:--|—)) ");

    private static final Pattern SIGN_UP = Pattern.compile(
            "^Get (?:all )?the latest [^.\\n]{5,120}\\. {0,3}Sign up here\\. {0,3}", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile(
            "^(?:BREAKING|UPDATE|EXCLUSIVE|VIDEO|WATCH|LIVE|OPINION|ANALYSIS|EXPLAINER|REVIEW|PHOTOS|NOTE|WARNING|"
                    + "CORRECTION)\\b");

    private Trims() {
    }

    /** The paragraph without truncation mark, agency credits and photo credit at its end. */
    static String ends(String paragraph) {
        if (paragraph.length() < SHORTEST_TAIL) {
            return paragraph;
        }
        String text = withoutTail(paragraph, TRUNCATION);
        text = withoutTail(text, AGENCY_TAIL);
        return SafeText.strip(PhotoLines.withoutCredit(text));
    }

    /** The paragraph without an invitation to sign up that a scraper ran together with it. */
    static String signUp(String paragraph) {
        Matcher matcher = SIGN_UP.matcher(paragraph);
        return matcher.find() ? paragraph.substring(matcher.end()) : paragraph;
    }

    /** The paragraph without the dateline before its first sentence: "LONDON (Reuters) - ", "KYIV, Ukraine (AP) — ". */
    static String dateline(String paragraph) {
        int end = Math.min(paragraph.length(), LONGEST_DATELINE);
        Matcher agency = AGENCY_DATELINE.matcher(paragraph).region(0, end);
        if (agency.find()) {
            boolean sure = agency.group("dash").isEmpty() ? isFiled(agency) : isFiledWithDash(agency);
            if (sure && (agency.end() == paragraph.length() || startsSentence(paragraph, agency.end()))) {
                return SafeText.strip(paragraph.substring(agency.end()));
            }
            return paragraph;
        }
        Matcher place = PLACE_DATELINE.matcher(paragraph).region(0, end);
        if (place.find() && !LABEL.matcher(paragraph).lookingAt() && startsSentence(paragraph, place.end())) {
            return SafeText.strip(paragraph.substring(place.end()));
        }
        return paragraph;
    }

    /** Without a dash "New Delhi, April 18 (IANS) The" and "(CNN)The" are datelines, "The agency (AP) said" is not. */
    private static boolean isFiled(Matcher dateline) {
        String place = dateline.group("place");
        return place.isEmpty()
                || dateline.group("agency").startsWith("CNN")
                || place.chars().anyMatch(c -> c == ',' || Character.isDigit(c));
    }

    private static boolean isFiledWithDash(Matcher dateline) {
        return !dateline.group("place").startsWith("The ");
    }

    private static boolean startsSentence(String text, int at) {
        int c = text.codePointAt(at);
        boolean brandName = Character.isLowerCase(c)
                && at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at + 1));
        return brandName || Character.isUpperCase(c) || Character.isTitleCase(c) || !Character.isLetter(c);
    }

    private static String withoutTail(String text, Pattern tail) {
        Matcher matcher = tail.matcher(text).region(Math.max(0, text.length() - LONGEST_TAIL), text.length());
        return matcher.find() ? SafeText.strip(text.substring(0, matcher.start())) : text;
    }
}
