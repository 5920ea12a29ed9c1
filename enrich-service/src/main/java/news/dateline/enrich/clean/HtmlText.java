package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** An article's HTML as paragraphs, with the first {@code h1} as its heading, empty where there is none. */
record HtmlText(String heading, List<String> paragraphs) {

    private static final Set<String> DROPPED = Set.of("figure", "figcaption", "aside", "nav", "form", "script", "style",
            "button", "noscript", "template", "iframe", "object", "embed", "svg", "math", "picture", "img", "video",
            "audio", "canvas", "map", "select", "option", "datalist", "input", "textarea", "label", "dialog", "menu",
            "head", "title");

    private static final Set<String> WITHIN_A_LINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite",
            "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp",
            "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-link");

    HtmlText {
        paragraphs = List.copyOf(paragraphs);
    }

    static HtmlText parse(String html) {
        Document document = Jsoup.parse(TagLimit.cut(html));
        Collector collector = new Collector();
        document.body().filter(collector);
        collector.endParagraph();
        return new HtmlText(collector.heading, collector.paragraphs);
    }

    /** Walks without recursion, so that no depth of nesting exhausts the stack. */
    private static final class Collector implements NodeFilter {
        private final List<String> paragraphs = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private String heading = "";
        private boolean afterBreak;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (DROPPED.contains(name) || element.hasAttr("hidden")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (name.equals("br")) {
                    lineBreak();
                } else if (!WITHIN_A_LINE.contains(name)) {
                    endParagraph();
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("h1") && heading.isEmpty()) {
                    heading = SafeText.strip(open.toString());
                }
                if (!name.equals("br") && !WITHIN_A_LINE.contains(name)) {
                    endParagraph();
                }
            }
            return FilterResult.CONTINUE;
        }

        /** One break is a new line within a paragraph, two in a row are a new paragraph. */
        private void lineBreak() {
            if (afterBreak) {
                endParagraph();
            } else {
                append(" ");
                afterBreak = true;
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                    if (!open.isEmpty() && open.charAt(open.length() - 1) != ' ') {
                        open.append(' ');
                    }
                } else {
                    open.append(c);
                    afterBreak = afterBreak && SafeText.isBlank(c);
                }
            }
        }

        private void endParagraph() {
            // An entity such as &#0; or &#x2028; gives characters that were not there before parsing.
            String paragraph = SafeText.strip(SafeText.of(open.toString()).replace('\n', ' '));
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
            open.setLength(0);
            afterBreak = false;
        }
    }
}
