package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.List;

/** Plain text as paragraphs: each line is one, except where a mailer's line width broke paragraphs up. */
final class PlainText {
    private static final int NARROWEST_WRAP = 50;
    private static final int WIDEST_WRAP = 100;
    private static final int FEWEST_WRAPPED_LINES = 3;

    private PlainText() {
    }

    static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        List<String> block = new ArrayList<>();
        text.lines().map(SafeText::strip).forEach(line -> {
            if (line.isEmpty()) {
                close(block, paragraphs);
            } else {
                block.add(line);
            }
        });
        close(block, paragraphs);
        return paragraphs;
    }

    private static void close(List<String> block, List<String> paragraphs) {
        if (isWrapped(block)) {
            paragraphs.add(String.join(" ", block));
        } else {
            paragraphs.addAll(block);
        }
        block.clear();
    }

    /** Wrapped lines are all about as wide, and no line had room for the first word of the next. */
    private static boolean isWrapped(List<String> block) {
        if (block.size() < FEWEST_WRAPPED_LINES) {
            return false;
        }
        int width = block.stream().mapToInt(String::length).max().orElse(0);
        if (width < NARROWEST_WRAP || width > WIDEST_WRAP) {
            return false;
        }
        for (int i = 0; i + 1 < block.size(); i++) {
            if (block.get(i).length() + 1 + firstWordLength(block.get(i + 1)) <= width) {
                return false;
            }
        }
        return true;
    }

    private static int firstWordLength(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line.length() : blank;
    }
}
