package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics("ingest");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsNothingAtFirst() {
        assertThat(metrics.receivedCount()).isZero();
        assertThat(metrics.outcomeCount("stored")).isZero();
        assertThat(metrics.scrape()).contains("dateline_received_total{service=\"ingest\"} 0.0");
    }

    @Test
    void addsUpAnOutcomeOverItsReasons() {
        metrics.received(4);
        metrics.outcome("published");
        metrics.outcome("rejected", "no-text");
        metrics.outcome("rejected", "no-text");
        metrics.outcome("rejected", "not-json");

        assertThat(metrics.receivedCount()).isEqualTo(4);
        assertThat(metrics.outcomeCount("published")).isEqualTo(1);
        assertThat(metrics.outcomeCount("rejected")).isEqualTo(3);
    }

    @Test
    void writesWhatPrometheusReads() {
        metrics.outcome("published");
        metrics.outcome("rejected", "no-text");

        assertThat(metrics.scrape()).contains("# TYPE dateline_outcome_total counter",
                "dateline_outcome_total{outcome=\"published\",reason=\"\",service=\"ingest\"} 1.0",
                "dateline_outcome_total{outcome=\"rejected\",reason=\"no-text\",service=\"ingest\"} 1.0",
                "jvm_memory_used_bytes{", "process_cpu_usage{");
    }

    @Test
    void keepsMetersOfTheServicesOwn() {
        metrics.registry().counter("dateline.feeds").increment(2);

        assertThat(metrics.scrape()).contains("dateline_feeds_total{service=\"ingest\"} 2.0");
    }
}
