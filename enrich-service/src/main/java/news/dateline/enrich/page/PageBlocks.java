package news.dateline.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Cuts an element into its blocks of text, in the order of the page. */
final class PageBlocks implements NodeFilter {
    private static final Set<String> WITHIN_A_LINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite",
            "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp",
            "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-link", "label",
            "center", "nobr");
    private static final int IDEOGRAPH = 3;
    private static final int SYLLABLE = 2;
    private static final char FIRST_SYLLABLE = '\u3041';

    private final Set<Element> skipped;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Element owner;
    private int letters;
    private int linked;
    private int links;
    private boolean afterBreak;

    private PageBlocks(Element root, Set<Element> skipped) {
        this.skipped = skipped;
        this.owner = root;
    }

    static List<TextBlock> of(Element root, Set<Element> skipped) {
        PageBlocks blocks = new PageBlocks(root, skipped);
        root.filter(blocks);
        blocks.close();
        return blocks.blocks;
    }

    static boolean isWithinALine(Element element) {
        return WITHIN_A_LINE.contains(element.normalName());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText(), text.parent() == null ? owner : text.parent());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (skipped.contains(element)) {
                if (!WITHIN_A_LINE.contains(name)) {
                    close();
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            links += name.equals("a") ? 1 : 0;
            if (name.equals("br")) {
                lineBreak();
            } else if (!WITHIN_A_LINE.contains(name)) {
                close();
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !skipped.contains(element)) {
            links -= element.normalName().equals("a") ? 1 : 0;
            if (!element.normalName().equals("br") && !WITHIN_A_LINE.contains(element.normalName())) {
                close();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void lineBreak() {
        if (afterBreak) {
            close();
        } else if (!open.isEmpty()) {
            append(" ", owner);
            afterBreak = true;
        }
    }

    private void append(String text, Element parent) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                if (!open.isEmpty() && open.charAt(open.length() - 1) != ' ') {
                    open.append(' ');
                }
                continue;
            }
            if (open.isEmpty()) {
                owner = blockOf(parent);
            }
            afterBreak = false;
            open.append(c);
            int weight = weight(c);
            letters += weight;
            linked += links > 0 ? weight : 0;
        }
    }

    /** How many letters of an alphabet say as much. */
    private static int weight(char c) {
        if (c < FIRST_SYLLABLE) {
            return 1;
        }
        return Character.isIdeographic(c) ? IDEOGRAPH : isSyllable(c) ? SYLLABLE : 1;
    }

    /** Of Japanese or Korean. */
    private static boolean isSyllable(char c) {
        return (c >= FIRST_SYLLABLE && c <= '\u30FF') || (c >= '\uAC00' && c <= '\uD7A3');
    }

    private static Element blockOf(Element element) {
        Element block = element;
        while (WITHIN_A_LINE.contains(block.normalName()) && block.parent() != null) {
            block = block.parent();
        }
        return block;
    }

    private void close() {
        String text = open.toString().strip();
        if (!text.isEmpty()) {
            blocks.add(new TextBlock(owner, text, letters, linked));
        }
        open.setLength(0);
        letters = 0;
        linked = 0;
        afterBreak = false;
    }
}
