package news.dateline.contract;

/**
 * Where a rule matched in an enriched article.
 *
 * @param field {@value #HEADLINE}, {@value #SUMMARY} or {@value #BODY}: the field whose text the offsets count in
 * @param start first character, in UTF-16 units from 0
 * @param end   behind the last character
 */
public record TagMatch(String field, int start, int end) {
    public static final String HEADLINE = "headline";
    public static final String SUMMARY = "summary";
    public static final String BODY = "body";

    public TagMatch {
        field = Absent.requiredText(field, "field");
        Absent.atLeast(0, start, "start");
        Absent.atLeast(start, end, "end");
    }
}
