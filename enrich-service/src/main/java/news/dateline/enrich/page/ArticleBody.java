package news.dateline.enrich.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the element that holds an article's text, and its blocks. */
final class ArticleBody {
    /** A part that looks like no article, but has most of the page's prose, is it. */
    private static final double MOST_OF_IT = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final double SAID_TO_BE_IT = 0.75;

    /** A page with less has its text where hardly any has it. */
    private static final int LITTLE = 140;
    private static final int LIST_COSTS_MOST = 120;
    /** A list with fewer than one letter in so many within links is the article's own. */
    private static final int FEW_LINKS = 3;

    private final Element body;
    private final Set<Element> skipped = new HashSet<>();
    /** Whether anything was, that may be the article after all. */
    private boolean leftOut;
    private Map<Element, Worth> worths = new HashMap<>();

    private ArticleBody(Element body) {
        this.body = body;
    }

    /**
     * What an element has to say.
     *
     * @param prose letters of what reads like prose
     * @param net   the same, less what links and scraps speak against it
     */
    private record Worth(int prose, int net, int letters, int linked) {
        static final Worth NONE = new Worth(0, 0, 0, 0);

        static Worth of(TextBlock block) {
            int value = block.value();
            return new Worth(Math.max(0, value), value, block.letters(), block.linked());
        }

        Worth plus(Worth other) {
            return new Worth(prose + other.prose, net + other.net, letters + other.letters, linked + other.linked);
        }

        boolean hasFewLinks() {
            return linked * FEW_LINKS < letters;
        }

        /** Thirty links of one list say no more against their surroundings than three. */
        Worth bounded() {
            return prose == 0 ? new Worth(0, Math.max(net, -LIST_COSTS_MOST), letters, linked) : this;
        }
    }

    static List<TextBlock> of(Document page) {
        List<TextBlock> best = List.of();
        for (Strictness strictness : Strictness.values()) {
            ArticleBody body = new ArticleBody(page.body());
            List<TextBlock> found = body.find(strictness);
            if (letters(found) > 2 * letters(best)) {
                best = found;
            }
            if (letters(best) >= LITTLE || !body.leftOut) {
                return best;
            }
        }
        return best;
    }

    /** How much of a page is left out unseen; the next is tried where nothing is left. */
    private enum Strictness {
        ASIDES,
        HIDDEN,
        SCRIPTS
    }

    private static int letters(List<TextBlock> blocks) {
        return blocks.stream().mapToInt(TextBlock::letters).sum();
    }

    private List<TextBlock> find(Strictness strictness) {
        List<Element> asides = new ArrayList<>();
        for (Element element : body.getAllElements()) {
            if (element.equals(body)) {
                continue;
            }
            boolean hidden = strictness != Strictness.SCRIPTS && LayoutHints.isHidden(element);
            if (hidden || LayoutHints.isNeverText(element)) {
                skipped.add(element);
                leftOut |= hidden;
            } else if (strictness == Strictness.ASIDES && LayoutHints.part(element) == LayoutHints.Part.ASIDE) {
                asides.add(element);
            }
        }
        leftOut |= !asides.isEmpty();
        weigh();
        int most = worth(body).prose();
        if (!asides.isEmpty()) {
            asides.stream().filter(aside -> worth(aside).prose() <= most * MOST_OF_IT).forEach(skipped::add);
            weigh();
        }
        Element top = top();
        return kept(top, PageBlocks.of(top, skipped));
    }

    private Worth worth(Element element) {
        return worths.getOrDefault(element, Worth.NONE);
    }

    private void weigh() {
        worths = new HashMap<>();
        for (TextBlock block : PageBlocks.of(body, skipped)) {
            worths.merge(block.owner(), Worth.of(block), Worth::plus);
        }
        total(body);
    }

    /** The parser bounds how deep elements nest. */
    private Worth total(Element element) {
        Worth total = worth(element);
        for (Element child : element.children()) {
            if (!skipped.contains(child)) {
                total = total.plus(total(child));
            }
        }
        Worth bounded = total.bounded();
        worths.put(element, bounded);
        return bounded;
    }

    /** The element that speaks most for itself, and down from it to the smallest that still has nearly all of its prose. */
    private Element top() {
        Element top = body;
        for (Element element : body.getAllElements()) {
            if (worth(element).net() > worth(top).net()) {
                top = element;
            }
        }
        boolean deeper = true;
        while (deeper) {
            deeper = false;
            for (Element child : top.children()) {
                double enough = LayoutHints.part(child) == LayoutHints.Part.BODY ? SAID_TO_BE_IT : NEARLY_ALL;
                if (worth(child).prose() > 0 && worth(child).prose() >= worth(top).prose() * enough) {
                    top = child;
                    deeper = true;
                    break;
                }
            }
        }
        return top;
    }

    private List<TextBlock> kept(Element top, List<TextBlock> blocks) {
        List<TextBlock> kept = new ArrayList<>();
        for (TextBlock block : blocks) {
            if (block.value() > 0 || block.isHeading() || !isAmongLinks(block, top)) {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.getLast().isHeading()) {
            kept.removeLast();
        }
        while (!kept.isEmpty() && kept.getFirst().owner().normalName().equals("h1")) {
            kept.removeFirst();
        }
        return kept;
    }

    /** Whether what stands around it adds up to nothing: a list of links, a box. */
    private boolean isAmongLinks(TextBlock block, Element top) {
        Element around = block.owner().equals(top) ? top : block.owner().parent();
        return block.isLink() || (worth(around).net() < 0 && !(block.isListed() && worth(around).hasFewLinks()));
    }
}
