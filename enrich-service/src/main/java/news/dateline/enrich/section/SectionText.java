package news.dateline.enrich.section;

/** The text that language and sections are told by, as sections were learned: the publisher's summary, then the body. */
public final class SectionText {
    /** A body that begins as the summary does has it. */
    private static final int BEGINNING = 50;

    private SectionText() {
    }

    /** Both, the summary once where the body begins with it. */
    public static String of(String summary, String body) {
        int length = Math.min(BEGINNING, summary.length());
        return body.regionMatches(0, summary, 0, length) && body.length() >= summary.length()
                ? body
                : summary + "\n" + body;
    }
}
