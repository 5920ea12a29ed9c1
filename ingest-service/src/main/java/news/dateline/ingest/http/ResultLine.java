package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.ObjectWriter;

/**
 * A line of the answer to a streamed push: what became of one of its lines.
 *
 * @param problem the members of a problem
 */
record ResultLine(int line, Map<String, Object> problem, String status) {
    private static final ObjectWriter WRITER = ContractJson.mapper().writerFor(ResultLine.class);

    /** Written without a mapper, since nearly all lines are such: an article id needs no escape. */
    static void addAccepted(int line, String articleId, ByteArrayOutputStream lines) {
        lines.writeBytes(("{\"articleId\":\"" + articleId + "\",\"line\":" + line + ",\"status\":\"accepted\"}\n")
                .getBytes(US_ASCII));
    }

    static ResultLine rejected(int line, Problem why) {
        return new ResultLine(line, why.atLine(line).members(), "rejected");
    }

    /** The last one: this line and all after it are to come again. */
    static ResultLine unavailable(int line, Problem why) {
        return new ResultLine(line, why.members(), "unavailable");
    }

    void addTo(ByteArrayOutputStream lines) {
        lines.writeBytes(WRITER.writeValueAsBytes(this));
        lines.write('\n');
    }
}
