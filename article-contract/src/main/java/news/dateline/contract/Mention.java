package news.dateline.contract;

/**
 * Where something stands in an article's text.
 *
 * @param in    the headline, the body, or the summary where there is no body
 * @param start of the first character, in UTF-16 code units from 0
 * @param end   after the last character
 */
public record Mention(TextPart in, int start, int end) {
    public Mention {
        in = Absent.required(in, "in");
        Absent.atLeast(0, start, "start");
        Absent.atLeast(start + 1L, end, "end");
    }
}
