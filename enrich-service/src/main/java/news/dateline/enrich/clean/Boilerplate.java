package news.dateline.enrich.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What publishers put around an article's paragraphs: share bars, promotion, notices, agency and copyright tails. */
final class Boilerplate {
    private static final Set<String> LONE_LINES = Set.of("source", "source:", "source link", "sources", "via",
            "advertisement", "advertisements", "advertising", "advert", "ad", "sponsored", "sponsored content",
            "promoted", "promoted content", "paid content", "story continues", "article continues below",
            "story continues below", "scroll to continue", "continue reading", "read more", "read more »", "view more",
            "show more", "load more", "see more", "also read", "also read:", "read also", "read also:", "related",
            "related:", "related articles", "related stories", "related news", "related posts", "related topics",
            "related content", "more on this story", "more from this section", "more stories", "most read",
            "most popular", "trending", "trending now", "recommended", "recommended for you", "you may also like",
            "you might also like", "more:", "read more:", "read:", "watch:", "see also", "see also:", "subscribe",
            "subscribe now", "subscribe today", "sign up", "sign up now", "sign in", "log in", "register", "newsletter",
            "skip advertisement", "listen to this article", "print this article", "email this article", "back to top",
            "skip to main content", "skip to content", "comments", "leave a comment", "view comments",
            "share this article", "share this story", "share this post", "share this:", "share this", "share:", "share",
            "copy link", "link copied", "follow us", "follow us:", "tweet", "key points", "key points:", "highlights",
            "highlights:", "story highlights", "image", "photo", "photos", "video", "videos", "video caption",
            "media caption", "related links", "related video", "related videos", "what are cookies",
            "recommended stories", "related coverage", "read next", "enter your email address",
            "enter your email", "author",
            "authors",
            "privacy policy", "terms and conditions", "terms of use", "terms of service", "cookie policy", "contact us",
            "published", "updated", "last updated", "first published", "editor's note", "in pictures", "gallery",
            "listen", "transcript", "lire aussi", "à lire aussi",
            "lire la suite", "mehr zum thema", "lesen sie auch", "lea también", "leggi anche", "lees ook", "läs också",
            "читайте также", "читайте также:", "leia também", "weiterlesen", "werbung", "anzeige", "publicité",
            "publicidad", "pubblicità");

    private static final Set<String> SHARE_BUTTONS = Set.of("share", "tweet", "tweets", "facebook", "twitter", "x",
            "whatsapp", "linkedin", "reddit", "pinterest", "telegram", "email", "e-mail", "mail", "print", "messenger",
            "copy", "link", "on", "this", "via", "flipboard", "tumblr", "instagram", "threads", "bluesky", "sms",
            "save", "pocket", "comment", "comments", "to", "article", "story", "more", "and", "or", "by", "|", "/", "•",
            "·", "-", "+", ",");

    private static final Set<String> NETWORKS = Set.of("facebook", "twitter", "whatsapp", "linkedin", "reddit",
            "pinterest", "telegram", "tumblr", "flipboard");

    private static final Pattern BETWEEN_BUTTONS = Pattern.compile("[ ,:]+");

    private static final Beginnings SIGN_UP = Beginnings.of("subscribe", "sign up", "signup", "get the ", "get our ",
            "get all ", "get daily", "get breaking", "get more ", "get news", "join our", "join thousands",
            "never miss",
            "don't miss", "stay informed", "stay up to date", "want more", "register for", "enter your email",
            "sign me up", "start your day", "like what you");
    private static final List<String> WHAT_ONE_SIGNS_UP_FOR = List.of("newsletter", "inbox", "sign up here",
            "sign up now", "sign up for free", "subscribe to our", "subscribe to us", "our channel", "youtube channel",
            "news alerts", "email alerts", "push notifications", "whatsapp channel", "telegram channel",
            "mailing list");

    private static final Beginnings COOKIE_NOTICES = Beginnings.of("we use cookies", "this site uses cookies",
            "this website uses cookies", "our site uses cookies", "our website uses cookies",
            "we and our partners use cookies", "we and our partners store", "let us know you agree to cookies",
            "by using this site, you agree", "by using our site", "by using our website",
            "by continuing to use this site", "by continuing to use our", "by continuing to browse",
            "by clicking accept",
            "by clicking \"accept", "by clicking “accept", "by clicking 'accept", "accept all cookies",
            "accept cookies",
            "to continue, please click the box below to let us know you're not a robot",
            "please make sure your browser supports javascript and cookies",
            "please enable cookies", "please enable javascript", "javascript is disabled",
            "you need to enable javascript", "your browser does not support");

    private static final List<String> LINK_LABELS = List.of("also read", "read also", "read more", "also see",
            "also watch", "must read", "related", "related story", "related article", "related articles",
            "related stories", "related coverage", "see also", "recommended", "more on this", "more on this story",
            "don't miss", "read next", "watch", "watch live", "watch now", "watch more", "read", "see more", "more",
            "in case you missed it", "you may also like", "up next", "listen", "click to read", "lire aussi",
            "à lire aussi", "a lire aussi", "mehr zum thema", "lesen sie auch", "auch interessant", "lea también",
            "leggi anche", "lees ook", "läs också", "leia também", "читайте также", "по теме", "watch video",
            "related links", "related video", "tags", "topics",
            "keywords", "filed under");

    private static final Beginnings LINK_BEGINNINGS = Beginnings.of(LINK_LABELS);

    private static final Beginnings FOLLOW_BEGINNINGS = Beginnings.of("follow ", "like ", "find ", "join ");
    private static final Pattern FOLLOW = Pattern.compile(
            "^(?:follow|like|find|join)(?: [\\p{L}@#.&'_0-9]{1,30}){1,5} (?:on|via) (?:social media|facebook|twitter|"
                    + "x\\b|instagram|youtube|whatsapp|telegram|tiktok|linkedin|"
                    + "google news|flipboard|threads|bluesky)");

    private static final Beginnings CLICK_BEGINNINGS = Beginnings.of("click ", "tap ");
    private static final Pattern CLICK = Pattern.compile("^(?:click|tap) (?:here|on the link|the link)\\b");

    private static final Beginnings AGENCY_TAILS = Beginnings.of("(reporting by", "(additional reporting by",
            "(editing by",
            "(writing by", "(compiled by", "(with inputs from", "(with input from", "(with agency inputs",
            "(with pti inputs", "(with ani inputs", "(with agencies inputs", "with inputs from", "with input from",
            "with agency inputs", "(source: ", "(this report was", "(the story has been published from",
            "(this story has not been edited by", "(this story was produced", "(this article was published by",
            "(except for the headline, this story", "additional reporting by", "editing by", "our standards:",
            "this story has been published from", "the story has been published from");
    private static final List<String> SECOND_CREDIT = List.of("editing by", "writing by", "additional reporting",
            "reporting by", "compiled by");

    private static final String CONTRIBUTED = "contributed to this report.";

    private static final Beginnings DOWNLOAD = Beginnings.of("download the ", "download our ", "get our ", "get the ");
    private static final List<String> APP_SHOPS = List.of("app store", "google play");

    private static final Beginnings COPYRIGHT = Beginnings.of("copyright ©", "copyright (c)", "copyright 2",
            "copyright 1",
            "© copyright", "(c) copyright", "all rights reserved", "copyright:");
    private static final Beginnings NO_REPUBLICATION = Beginnings.of("this material may not be published",
            "or redistributed. ©", "no part of this publication may be", "reproduction in whole or in part");

    private static final Beginnings STORY_CONTINUES = Beginnings.of("story continues below", "article continues below",
            "article continues after", "story continues after", "advertisement - continue", "advertisement – continue",
            "advertisement — continue", "advertisement continue", "advertisement scroll", "advertisement article");

    /** In the order of their cost; each alone is enough. */
    private static final List<ParagraphRule> RULES = List.of(
            new ParagraphRule("lone line", p -> LONE_LINES.contains(p.lower())),
            new ParagraphRule("share bar", Boilerplate::isShareBar),
            new ParagraphRule("advertisement", p -> p.isShorterThan(100) && p.startsWithAny(STORY_CONTINUES)),
            new ParagraphRule("sign-up", Boilerplate::isSignUp),
            new ParagraphRule("cookie notice", Boilerplate::isCookieNotice),
            new ParagraphRule("link label", Boilerplate::isLabelledLink),
            new ParagraphRule("click here", Boilerplate::isClickHere),
            new ParagraphRule("follow us", Boilerplate::isFollowUs),
            new ParagraphRule("agency tail", Boilerplate::isAgencyTail),
            new ParagraphRule("contributors", Boilerplate::isContributors),
            new ParagraphRule("app", Boilerplate::isApp),
            new ParagraphRule("copyright", Boilerplate::isCopyright));

    private Boilerplate() {
    }

    /** The name of the rule by which the paragraph is boilerplate. */
    static Optional<String> ruleFor(Paragraph paragraph) {
        return ParagraphRule.first(RULES, paragraph);
    }

    /** The networks' names in a row, or a lone name beside another: a list of companies may well say "Facebook". */
    private static boolean isShareBar(Paragraph paragraph) {
        if (!isButtons(paragraph.lower())) {
            return false;
        }
        return paragraph.lower().indexOf(' ') > 0
                || isButtons(Paragraph.lower(paragraph.before()))
                || isButtons(Paragraph.lower(paragraph.after()));
    }

    private static boolean isButtons(String lower) {
        if (lower.isEmpty() || lower.length() > 120 || !SHARE_BUTTONS.contains(firstWord(lower))) {
            return false;
        }
        boolean button = false;
        for (String word : BETWEEN_BUTTONS.split(lower, -1)) {
            if (!word.isEmpty() && !SHARE_BUTTONS.contains(word)) {
                return false;
            }
            button |= NETWORKS.contains(word) || word.equals("share") || word.equals("tweet") || word.equals("email");
        }
        return button;
    }

    private static String firstWord(String lower) {
        int end = 0;
        while (end < lower.length() && " ,:".indexOf(lower.charAt(end)) < 0) {
            end++;
        }
        return lower.substring(0, end);
    }

    /** Two sentences at most: a scraper may run the invitation and the article's first paragraph together. */
    private static boolean isSignUp(Paragraph paragraph) {
        if (!paragraph.isShorterThan(250) || !paragraph.startsWithAny(SIGN_UP)) {
            return false;
        }
        int first = paragraph.lower().indexOf(". ");
        boolean twoSentences = first < 0 || paragraph.lower().indexOf(". ", first + 1) < 0;
        return twoSentences && paragraph.containsAny(WHAT_ONE_SIGNS_UP_FOR);
    }

    private static boolean isCookieNotice(Paragraph paragraph) {
        return paragraph.startsWithAny(COOKIE_NOTICES)
                || paragraph.lower().contains("click 'i agree' to allow")
                || (paragraph.lower().startsWith("to continue, please") && paragraph.isShorterThan(120));
    }

    /** "Read more: another headline". The word alone may open a sentence, so the sign after it counts. */
    private static boolean isLabelledLink(Paragraph paragraph) {
        String lower = paragraph.lower();
        if (!paragraph.isShorterThan(220) || !paragraph.startsWithAny(LINK_BEGINNINGS) || lower.contains(". ")) {
            return false;
        }
        for (String label : LINK_LABELS) {
            if (lower.startsWith(label) && lower.length() > label.length()) {
                String rest = lower.substring(label.length()).stripLeading();
                boolean twoWords = label.indexOf(' ') > 0;
                boolean sign = !rest.isEmpty() && (":|»›>→".indexOf(rest.charAt(0)) >= 0
                        || (twoWords && "-–—".indexOf(rest.charAt(0)) >= 0));
                // "Read: he was no reader." is nobody's link, but "Watch: how they did it" is.
                if (sign && !(!twoWords && paragraph.text().endsWith("."))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isClickHere(Paragraph paragraph) {
        return paragraph.isShorterThan(250) && paragraph.startsWithAny(CLICK_BEGINNINGS)
                && CLICK.matcher(paragraph.lower()).lookingAt();
    }

    private static boolean isFollowUs(Paragraph paragraph) {
        return paragraph.isShorterThan(250) && paragraph.startsWithAny(FOLLOW_BEGINNINGS)
                && FOLLOW.matcher(paragraph.lower()).lookingAt();
    }

    private static boolean isAgencyTail(Paragraph paragraph) {
        if (!paragraph.isShorterThan(500)) {
            return false;
        }
        String lower = paragraph.lower();
        if (paragraph.startsWithAny(AGENCY_TAILS)) {
            return lower.charAt(0) == '(' || paragraph.isShorterThan(200);
        }
        return lower.startsWith("reporting by") && lower.indexOf(';') > 0 && paragraph.containsAny(SECOND_CREDIT);
    }

    /** "Press writers Ada Quill in Vellmar and Bo Lind contributed to this report." */
    private static boolean isContributors(Paragraph paragraph) {
        return paragraph.isShorterThan(250) && paragraph.text().length() > CONTRIBUTED.length()
                && (paragraph.text().endsWith(CONTRIBUTED) || paragraph.text().endsWith("contributed to this story."));
    }

    private static boolean isApp(Paragraph paragraph) {
        return paragraph.isShorterThan(250) && paragraph.startsWithAny(DOWNLOAD) && paragraph.lower().contains(" app")
                && paragraph.containsAny(APP_SHOPS);
    }

    private static boolean isCopyright(Paragraph paragraph) {
        if (!paragraph.isShorterThan(500)) {
            return paragraph.startsWithAny(NO_REPUBLICATION);
        }
        String lower = paragraph.lower();
        if (paragraph.startsWithAny(NO_REPUBLICATION) || (paragraph.isShorterThan(400) && lower.startsWith("©"))) {
            return true;
        }
        if (paragraph.startsWithAny(COPYRIGHT)) {
            return true;
        }
        return lower.contains("all rights reserved")
                && (lower.indexOf('©') >= 0 || lower.contains("copyright") || lower.contains("(c) 20"));
    }
}
