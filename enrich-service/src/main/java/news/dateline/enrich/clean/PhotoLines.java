package news.dateline.enrich.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Photo captions and credits, which a scraper leaves between the paragraphs. */
final class PhotoLines {
    private static final int SHORTEST_CAPTION = 8;
    private static final int LONGEST_CAPTION = 900;
    private static final int LONGEST_WEAK_CAPTION = 250;
    private static final int LONGEST_CREDIT = 120;
    private static final int LEAST_TEXT = 60;

    private static final Set<String> AGENCIES = Set.of("getty images", "getty", "afp", "reuters", "ap", "ap photo",
            "ap photos", "associated press", "the associated press", "bloomberg", "nurphoto", "anadolu",
            "anadolu agency", "epa", "epa-efe", "efe", "shutterstock", "istock", "istockphoto", "pa", "pa media",
            "pa wire", "pa images", "corbis", "usa today", "usa today sports", "imagn images", "alamy",
            "alamy stock photo",
            "zuma", "zuma press", "sipa", "sipa usa", "rex", "rex features", "wireimage", "filmmagic", "tass", "xinhua",
            "cnbc", "cnet", "lightrocket", "e+", "moment", "moment open", "dpa", "picture alliance", "pti", "ani",
            "the verge", "the guardian", "nasa", "getty images news", "getty images sport",
            "getty images entertainment",
            "afp via getty images", "bloomberg via getty images", "ritzau scanpix", "kyodo news",
            "tribune news service");

    /** What agencies that the list does not know are mostly called. */
    private static final List<String> AGENCY_ENDINGS = List.of(" images", " photos", " photo", " pictures", " press",
            " via getty", " news agency", " photo agency");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\d .'|/-]{2,80}");

    /** Getty's own form, which an article's paragraph never has. */
    private static final Pattern STRONG_CREDIT_AT_END = Pattern.compile(
            "[(\\[](?:photo (?:illustration )?by |ap photo|photo credit|photo courtesy|"
                    + "photo: ?(?:reuters|afp|ap|getty))[^()\\[\\]]{0,140}[)\\]][.\"”]?$"
                    + "|\\breuters/[\\p{L}.'\\- ]{3,40}(?:/file photo)?$",
            Pattern.CASE_INSENSITIVE);

    /** A credit that a short caption ends with, and now and then a longer paragraph as well. */
    private static final Pattern WEAK_CREDIT_AT_END = Pattern.compile(
            "[(\\[](?:(?:file )?(?:photos?|pictures?|pics?|images?|photograph|credits?)"
                    + "(?: (?:credit|source|courtesy))? ?(?::|by |via |courtesy )|(?:reuters|afp|ap|epa|pa|getty images?) ?/|"
                    + "getty images\\)|getty\\)|file photo\\)|file image\\))[^()\\[\\]]{0,100}[)\\]]?\\.?$"
                    + "|\\([\\p{L} .,'’-]{3,50}/(?:getty images|getty|afp|reuters|ap|epa|pa|shutterstock)\\)\\.?$"
                    + "|(?<=[\\p{L}\\d.!?)”\"'] )(?:©|\\(c\\)) ?(?:getty|afp|reuters|ap|epa|pa)\\b.{0,30}$"
                    + "|(?<=[.!?)”\"'])©(?:getty|afp|reuters|ap)\\b.{0,20}$"
                    + "|(?<=[.!?)”\"'] )(?:copyright|photo|image|picture|pic|credit|photo credit|image credit): ?"
                    + "[^.:]{2,60}$"
                    + "|(?<=[.!?)”\"'])(?:credits?|photograph): ?[^.:]{2,60}$",
            Pattern.CASE_INSENSITIVE);

    /** What a credit begins with behind its bracket; beside a slash as well. */
    private static final List<String> BRACKETED = List.of("c)", "photo", "pic", "image", "credit", "file ", "getty",
            "reuters",
            "afp", "ap", "epa", "pa", "shutterstock");

    /** What stands before its colon where it has no bracket, and how much at most from there to the end. */
    private static final List<String> LABELS = List.of("copyright", "photo", "image", "picture", "pic", "credit",
            "credits", "photograph");
    private static final int LONGEST_LABELLED = 62;

    /** "ANCHORAGE, ALASKA – AUGUST 15: …": the dateline of a photo, not of a report. */
    private static final Pattern PHOTO_DATELINE = Pattern.compile(
            "^\\p{Lu}[\\p{Lu} .,'’/-]{2,70} ?[-–—] ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
                    + "\\p{Lu}{0,6}\\.? \\d{1,2}(?:, ?\\d{4})? ?:");

    private static final Pattern LABELLED_CREDIT = Pattern.compile(
            "^(?:(?:file |main |top |cover |feature |featured )?(?:photos?|photograph|photographs|images?|"
                    + "pictures?|pics?)(?: credits?| source| courtesy)?"
                    + "|credits?|illustration|graphic) ?(?::|by |courtesy )",
            Pattern.CASE_INSENSITIVE);

    private static final Beginnings CAPTION_LABELS = Beginnings.of("image copyright", "image caption", "media caption",
            "image source,", "picture copyright", "photo copyright", "image source :", "image: ", "photo: ",
            "picture: ",
            "video caption");

    private static final Pattern CAPTION_LANGUAGE = Pattern.compile(
            "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
                    + " \\d{1,2}, \\d{4}"
                    + "|\\bin this (?:file )?(?:photo|image|picture)\\b|\\bfile photo\\b|\\bfile image\\b");

    private static final Pattern SEEN_ON_A_DAY = Pattern.compile(
            "\\b(?:is|are) (?:seen|pictured|shown)\\b.{0,200}\\b(?:January|February|March|April|May|June|July|August|September|October"
                    + "|November|December) \\d{1,2}, \\d{4}\\.?$");

    private static final List<ParagraphRule> RULES = List.of(
            new ParagraphRule("caption with credit", PhotoLines::isCaptionWithCredit),
            new ParagraphRule("caption with date", PhotoLines::isDatedCaption),
            new ParagraphRule("photo dateline", PhotoLines::isPhotoDateline),
            new ParagraphRule("gallery caption",
                    p -> p.isShorterThan(LONGEST_CAPTION) && p.lower().contains(" ... [+] ")),
            new ParagraphRule("labelled caption", PhotoLines::isLabelledCaption),
            new ParagraphRule("below a caption label",
                    PhotoLines::isBelowCaptionLabel),
            new ParagraphRule("credit", p -> isCredit(p.text())),
            new ParagraphRule("credit below its caption", PhotoLines::isCreditBelowCaption),
            new ParagraphRule("caption above its credit", PhotoLines::isCaptionAboveCredit));

    private PhotoLines() {
    }

    /** The name of the rule by which the paragraph is a caption or a credit. */
    static Optional<String> ruleFor(Paragraph paragraph) {
        if (paragraph.isShorterThan(SHORTEST_CAPTION)) {
            return AGENCIES.contains(paragraph.lower()) ? Optional.of("credit") : Optional.empty();
        }
        return ParagraphRule.first(RULES, paragraph);
    }

    /** What is left to tell where a page has captions alone: their texts without the credits. */
    static List<String> textsAmong(List<String> captions) {
        return captions.stream().map(PhotoLines::withoutCredit).filter(text -> text.length() >= LEAST_TEXT).toList();
    }

    /** The text without a credit in brackets at its end. */
    static String withoutCredit(String text) {
        int tail = Math.max(0, text.length() - 200);
        if (!mayEndWithCredit(text, tail)) {
            return text;
        }
        for (Pattern credit : List.of(STRONG_CREDIT_AT_END, WEAK_CREDIT_AT_END)) {
            Matcher matcher = credit.matcher(text).region(tail, text.length());
            if (matcher.find()) {
                return SafeText.strip(text.substring(0, matcher.start()));
            }
        }
        return text;
    }

    /**
     * Whether the patterns of credits need be asked. One that ends here has a sign of its end, and a sign of its beginning: a
     * bracket before what may stand there, a slash beside an agency, or near the end a colon behind a label.
     */
    private static boolean mayEndWithCredit(String text, int tail) {
        if (!Trims.hasOneOf("(:[©/", text, tail)) {
            return false;
        }
        boolean begins = false;
        boolean ends = false;
        for (int i = tail; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '©' -> {
                    return true;
                }
                case '(', '[' -> begins |= isAnyBehind(BRACKETED, text, i + 1);
                case ')', ']' -> ends = true;
                case '/' -> {
                    begins |= isAnyBehind(BRACKETED, text, i + 1) || isAnyBefore(BRACKETED, text, i);
                    ends = true;
                }
                case ':' -> {
                    begins |= text.length() - i <= LONGEST_LABELLED && isAnyBefore(LABELS, text, i);
                    ends = true;
                }
                default -> {
                    // No sign of either.
                }
            }
        }
        return begins && ends;
    }

    private static boolean isAnyBehind(List<String> words, String text, int from) {
        for (String word : words) {
            if (text.regionMatches(true, from, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyBefore(List<String> words, String text, int end) {
        for (String word : words) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCaptionWithCredit(Paragraph paragraph) {
        if (!paragraph.isShorterThan(LONGEST_CAPTION)) {
            return false;
        }
        String text = paragraph.text();
        int tail = Math.max(0, text.length() - 200);
        if (!mayEndWithCredit(text, tail)) {
            return false;
        }
        return STRONG_CREDIT_AT_END.matcher(text).region(tail, text.length()).find()
                || (paragraph.isShorterThan(LONGEST_WEAK_CAPTION)
                        && WEAK_CREDIT_AT_END.matcher(text).region(tail, text.length()).find());
    }

    /** "The exchange is seen on a rainy day in the city, April 26, 2020.": no report ends so. */
    private static boolean isDatedCaption(Paragraph paragraph) {
        String text = paragraph.text();
        int last = text.length() - (text.endsWith(".") ? 2 : 1);
        return paragraph.isShorterThan(LONGEST_WEAK_CAPTION) && last > 0 && Character.isDigit(text.charAt(last))
                && SEEN_ON_A_DAY.matcher(text).find();
    }

    /** Its second letter is a capital too, or a sign; of most paragraphs it is neither. */
    private static boolean isPhotoDateline(Paragraph paragraph) {
        return !Character.isLowerCase(paragraph.text().charAt(1))
                && PHOTO_DATELINE.matcher(paragraph.text()).lookingAt();
    }

    /** The form of the BBC's pages: "Image copyrightGetty ImagesImage caption", the caption on the next line. */
    private static boolean isLabelledCaption(Paragraph paragraph) {
        return paragraph.isShorterThan(LONGEST_WEAK_CAPTION)
                && (paragraph.startsWithAny(CAPTION_LABELS) || paragraph.text().endsWith("Image caption"));
    }

    /** These captions hardly ever end with a full stop; a paragraph that does may be the first of the article. */
    private static boolean isBelowCaptionLabel(Paragraph paragraph) {
        return paragraph.isShorterThan(LONGEST_WEAK_CAPTION)
                && paragraph.before().endsWith("Image caption")
                && !paragraph.isSentence();
    }

    static boolean isCredit(String text) {
        if (text.length() > LONGEST_CREDIT || text.isEmpty()) {
            return false;
        }
        String lower = Paragraph.lower(text);
        if (AGENCIES.contains(lower)) {
            return true;
        }
        if (Headlines.isSentence(text) && !text.endsWith(")")) {
            return false;
        }
        if (LABELLED_CREDIT.matcher(text).lookingAt()) {
            return true;
        }
        return endsWithAgencyAfter(lower, " | ") || endsWithAgencyAfter(lower, "/")
                || endsWithAgencyAfter(lower, " via ");
    }

    private static boolean endsWithAgencyAfter(String lower, String separator) {
        int last = lower.lastIndexOf(separator);
        if (last <= 0) {
            return lower.startsWith("ap photo/") || lower.startsWith("reuters/") || lower.startsWith("afp/");
        }
        String tail = lower.substring(last + separator.length()).strip();
        String name = lower.substring(0, last);
        boolean nameIsShort = name.chars().filter(c -> c == ' ').count() < 9;
        return nameIsShort
                && (AGENCIES.contains(tail)
                        || (NAME.matcher(name).matches() && AGENCY_ENDINGS.stream().anyMatch(tail::endsWith)));
    }

    /** "Name | Desk | Agency", of whatever agency, right below a caption that has its credit in brackets. */
    private static boolean isCreditBelowCaption(Paragraph paragraph) {
        if (!paragraph.isShorterThan(LONGEST_CREDIT) || !paragraph.text().contains(" | ") || paragraph.isSentence()) {
            return false;
        }
        String above = paragraph.before();
        int tail = Math.max(0, above.length() - 200);
        return STRONG_CREDIT_AT_END.matcher(above).region(tail, above.length()).find();
    }

    /** A caption may lack brackets and stand right above its credit line; it says when, or that it is a photo. */
    private static boolean isCaptionAboveCredit(Paragraph paragraph) {
        return paragraph.isShorterThan(400)
                && isCredit(paragraph.after())
                && CAPTION_LANGUAGE.matcher(paragraph.lower()).find();
    }
}
