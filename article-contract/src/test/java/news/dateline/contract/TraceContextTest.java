package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of W3C's Trace Context. */
class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String EXAMPLE = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "00-" + TRACE + "-00f067aa0ba902b7-00", "cc-" + TRACE + "-00f067aa0ba902b7-01",
            "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be-like"})
    void readsTheTraceId(String text) {
        assertThat(TraceContext.read(text)).get().extracting(TraceContext::traceId).isEqualTo(TRACE);
    }

    @Test
    void passesALaterVersionOnAsTheOneItKnows() {
        assertThat(TraceContext.read("cc-" + TRACE + "-00f067aa0ba902b7-01-more")).get()
                .extracting(TraceContext::text).isEqualTo(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-" + TRACE + "-0000000000000000-01", "ff-" + TRACE + "-00f067aa0ba902b7-01",
            "00-" + TRACE + "-00f067aa0ba902b7-01-more", "00-" + TRACE + "-00f067aa0ba902b7-01.",
            "cc-" + TRACE + "-00f067aa0ba902b7-01.what-the-future-will-not-be-like",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "00-" + TRACE + "-00f067aa0ba902b7"})
    void takesWhatBreaksTheRulesForNoTrace(String text) {
        assertThat(TraceContext.read(text)).isEmpty();
    }

    @Test
    void takesTheLastHeaderAndReplacesAll() {
        Headers headers = new RecordHeaders().add(TraceContext.HEADER, null).add(TraceContext.HEADER,
                EXAMPLE.getBytes(UTF_8));

        assertThat(TraceContext.of(headers)).get().extracting(TraceContext::text).isEqualTo(EXAMPLE);
        TraceContext.put("00-" + TRACE + "-00f067aa0ba902b8-01", headers);
        assertThat(headers.headers(TraceContext.HEADER)).hasSize(1);
    }
}
