package news.dateline.contract;

import org.apache.kafka.common.header.Headers;

/** Headers of a record that an operator wrote once more because it had been rejected. */
public final class ReplayHeaders {
    public static final String REPLAYS = "dl-replays";
    public static final String REPLAY_OF = "dl-replay-of";

    private ReplayHeaders() {
    }

    /** Says how often these bytes have been replayed, and which rejected article this is the replay of. */
    public static void describe(int replays, RecordPlace rejected, Headers headers) {
        headers.remove(REPLAYS).remove(REPLAY_OF);
        HeaderText.add(headers, REPLAYS, Integer.toString(replays));
        HeaderText.add(headers, REPLAY_OF, rejected.text());
    }

    /** How often the bytes of a record have been replayed; 0 where no replay is told of. */
    public static int replays(Headers headers) {
        return HeaderText.of(headers, REPLAYS).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf).orElse(0);
    }
}
