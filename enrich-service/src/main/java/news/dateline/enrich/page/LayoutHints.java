package news.dateline.enrich.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What tags, classes and ids tell of the part that an element plays on its page. */
final class LayoutHints {
    private static final Set<String> NEVER_TEXT = Set.of("script", "style", "noscript", "template", "svg", "math",
            "iframe", "object", "embed", "canvas", "video", "audio", "map", "button", "select", "option", "input",
            "textarea", "datalist", "dialog", "menu", "nav", "figcaption", "head", "title", "fieldset", "legend",
            "amp-ad",
            "progress", "meter");

    /** Parts that are mostly not the article, but may be all there is of it. */
    private static final Set<String> ASIDE = Set.of("aside", "footer", "figure", "form");

    private static final Set<String> ASIDE_ROLES = Set.of("navigation", "banner", "complementary", "contentinfo",
            "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "tooltip", "alert");

    private static final Set<String> ASIDE_WORDS = Set.of("comment", "comments", "commenting", "disqus", "respond",
            "share", "sharing", "sharebar", "sharedaddy", "shares", "social", "socials", "related", "relatedposts",
            "recirc", "recirculation", "recommended", "recommendation", "recommendations", "newsletter", "newsletters",
            "signup", "subscribe", "subscription", "promo", "promos", "promotion", "promotional", "sidebar", "footer",
            "breadcrumb", "breadcrumbs", "menu", "nav", "navigation", "navbar", "ad", "ads", "advert", "adverts",
            "advertisement", "advertising", "adslot", "adunit", "sponsor", "sponsored", "outbrain", "taboola", "tags",
            "taglist", "tagcloud", "byline", "bylines", "bio", "caption", "captions", "credit", "credits", "copyright",
            "popup", "modal", "overlay", "lightbox", "cookie", "cookies", "consent", "gdpr", "banner", "masthead",
            "toolbar", "pagination", "pager", "pagenav", "widget", "widgets", "trending", "popular", "mostread", "rail",
            "login", "register", "poll", "skip", "hidden", "hide", "invisible", "visuallyhidden", "screenreader",
            "teaser", "teasers", "carousel", "timestamp", "dateline", "kicker", "toc", "upsell", "paywall", "inbox",
            "donate", "donation", "feedback", "rating", "ratings", "readmore", "morefrom", "jumplink", "noprint",
            "partner", "disclaimer", "whatsapp", "facebook", "outbound", "postmeta", "metadata", "authors", "keywords",
            "categories", "prevnext", "addtoany", "crosslinks", "infobox", "navbox", "reflist", "editsection",
            "hatnote");

    private static final Set<String> ASIDE_PAIRS = Set.of("author box", "author info", "author bio", "about author",
            "author name", "author meta", "post meta", "entry meta", "article meta", "story meta", "post info",
            "read more", "read next", "more from", "more stories", "also like", "see also", "sign up", "most read",
            "most popular", "tag list", "post tags", "sr only", "visually hidden", "screen reader", "next up",
            "up next", "back top", "jump to", "print only", "social media", "follow us", "media caption",
            "image caption", "photo credit", "article date", "post date", "entry date", "publish date", "pub date",
            "post navigation", "latest news", "top stories", "you may", "post author", "article author", "entry footer",
            "post footer", "article footer", "site header", "page header", "call action", "cta box", "rich text ad",
            "in read", "pull quote");

    private static final List<String> NAMES = List.of("class", "id", "data-component", "data-testid");
    private static final Set<String> HIDDEN_WORDS = Set.of("visuallyhidden", "visually-hidden", "sr-only",
            "screen-reader-text", "screen-reader", "a11y-hidden", "hidden");
    private static final Set<String> NEGATIONS = Set.of("has", "with", "no", "not", "without", "is", "non", "hide",
            "show", "when", "js", "lg", "md", "sm", "xs");
    private static final Set<String> STATES = Set.of("enabled", "disabled", "off", "on", "open", "closed", "active");
    private static final Set<String> BODY_WORDS = Set.of("articlebody", "storybody", "postbody", "entrycontent",
            "postcontent", "articlecontent", "storycontent", "articletext", "storytext", "bodytext", "maincontent",
            "contentbody", "bodycontent", "newsbody", "newscontent", "textbody", "bodycopy", "articlecopy",
            "storycopy");
    private static final List<String> BODY_FIRST = List.of("article", "story", "post", "entry", "news", "main",
            "content",
            "body", "text", "blog");
    private static final List<String> BODY_SECOND = List.of("body", "content", "text", "copy", "main", "contents");

    private static final Pattern HIDDEN_STYLE = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int LONGEST_NAMES = 400;

    private LayoutHints() {
    }

    /** Whether there is no text of the article in it, whatever stands there. */
    static boolean isNeverText(Element element) {
        return NEVER_TEXT.contains(element.normalName());
    }

    /** Whether readers don't see it, at least at first. */
    static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || HIDDEN_STYLE.matcher(bounded(element.attr("style"))).find();
    }

    /** What part of its page an element says that it is: whatever it says first counts. */
    static Part part(Element element) {
        if (element.attributesSize() == 0) {
            return ASIDE.contains(element.normalName()) ? Part.ASIDE : Part.UNKNOWN;
        }
        if (PageBlocks.isWithinALine(element)) {
            return HIDDEN_WORDS.stream().anyMatch(element::hasClass) ? Part.ASIDE : Part.UNKNOWN;
        }
        if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
            return Part.BODY;
        }
        if (ASIDE.contains(element.normalName()) || element.attr("aria-hidden").equals("true")
                || ASIDE_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return Part.ASIDE;
        }
        return NAMES.stream().map(element::attr).filter(names -> !names.isEmpty()).map(LayoutHints::part)
                .filter(part -> part != Part.UNKNOWN).findFirst().orElse(Part.UNKNOWN);
    }

    private static Part part(String names) {
        String[] words = BETWEEN_WORDS.split(bounded(names), -1);
        String before = "";
        for (int i = 0; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            String after = i + 1 == words.length ? "" : words[i + 1].toLowerCase(Locale.ROOT);
            if (BODY_WORDS.contains(word) || (BODY_FIRST.contains(before) && BODY_SECOND.contains(word))) {
                return Part.BODY;
            }
            if ((ASIDE_WORDS.contains(word) || ASIDE_PAIRS.contains(before + " " + word))
                    && !NEGATIONS.contains(before) && !STATES.contains(after)) {
                return Part.ASIDE;
            }
            before = word;
        }
        return Part.UNKNOWN;
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_NAMES ? text.substring(0, LONGEST_NAMES) : text;
    }

    /** The article's text, something beside it, or neither that one could tell. */
    enum Part {
        BODY,
        ASIDE,
        UNKNOWN
    }
}
