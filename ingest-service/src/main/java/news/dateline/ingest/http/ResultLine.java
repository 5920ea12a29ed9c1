package news.dateline.ingest.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.ObjectWriter;

/**
 * A line of the answer to a streamed push: what became of one of its lines.
 *
 * @param articleId empty where it was not taken
 * @param problem   the members of a problem, none where it was taken
 */
record ResultLine(String articleId, int line, Map<String, Object> problem, String status) {
    private static final ObjectWriter WRITER = ContractJson.mapper().writerFor(ResultLine.class);

    static ResultLine accepted(int line, String articleId) {
        return new ResultLine(articleId, line, Map.of(), "accepted");
    }

    static ResultLine rejected(int line, Problem why) {
        return new ResultLine("", line, why.atLine(line).members(), "rejected");
    }

    /** The last one: this line and all after it are to come again. */
    static ResultLine unavailable(int line, Problem why) {
        return new ResultLine("", line, why.members(), "unavailable");
    }

    void addTo(ByteArrayOutputStream lines) {
        lines.writeBytes(WRITER.writeValueAsBytes(this));
        lines.write('\n');
    }
}
