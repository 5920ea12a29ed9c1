package news.dateline.enrich.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The end of an article, where what a page adds below it begins with a line that says so: "More stories", "Comments". */
final class PageEnd {
    private static final int LONGEST_LINE = 60;
    private static final double LATE = 0.7;
    private static final Pattern LINE = Pattern.compile(
            "(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|(?:leave|post|add|write) a (?:comment|reply).*|join the (?:conversation|discussion).*"
                    + "|related (?:content|stories|articles|posts|news|links|coverage|topics|reading|videos?)|related:?"
                    + "|more (?:great |top |latest |related )?(?:.{0,30} )?stories|more (?:from|on|in|about) .*|more news|more:?"
                    + "|(?:elsewhere|also|most (?:read|popular|viewed)|trending|popular) (?:on|in|from|now|this|stories|articles).*"
                    + "|most (?:read|popular|viewed)|trending(?: now)?|you (?:may|might) also (?:like|be interested).*"
                    + "|(?:recommended|suggested|editors?['’]?s? picks?|latest)(?: for you| stories| articles| reading| news| posts)?"
                    + "|read (?:more|next|also)(?: stories)?:?|up next|what to read next|about the authors?|share this(?: \\w+)?:?"
                    + "|sign up for .*|lire aussi.*|sur le même sujet|mehr zum thema|weitere (?:artikel|themen).*|das könnte sie auch.*"
                    + "|kommentare|commentaires|comentarios|comentários|noticias relacionadas|te puede interesar"
                    + "|leia (?:também|mais)|veja também|leggi anche|lees ook|le ultime notizie|комментарии|читайте также.*");

    private PageEnd() {
    }

    /** The blocks before that line; all of them where there is none, or none so late. */
    static List<TextBlock> without(List<TextBlock> blocks) {
        int all = blocks.stream().mapToInt(TextBlock::letters).sum();
        int before = 0;
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            if (before > all * LATE && block.text().length() <= LONGEST_LINE
                    && LINE.matcher(block.text().toLowerCase(Locale.ROOT).strip()).matches()) {
                return blocks.subList(0, i);
            }
            before += block.letters();
        }
        return blocks;
    }
}
