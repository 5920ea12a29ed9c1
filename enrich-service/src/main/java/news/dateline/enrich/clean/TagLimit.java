package news.dateline.enrich.clean;

/** How many opening tags of HTML are read: each costs memory a hundred times its length. */
public final class TagLimit {
    /** No news page has a quarter of it; six megabytes of the shortest tags would take all the memory there is. */
    static final int MOST_TAGS = 100_000;

    private TagLimit() {
    }

    /** The HTML up to the last tag that is read. */
    public static String cut(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (!html.startsWith("</", at) && ++tags > MOST_TAGS) {
                return html.substring(0, at);
            }
        }
        return html;
    }
}
