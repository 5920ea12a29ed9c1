package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceMainTest {
    private final LogLines log = new LogLines(ServiceMain.class);
    private final ServiceMain process = new ServiceMain(Duration.ofMillis(200), Duration.ofMillis(10));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void badSettingsEndItWithALineForEachProblem() throws Exception {
        int status = process.run(variables -> {
            throw new InvalidSettings(List.of("PAPER is no setting", "INK='red' must be black"));
        }, Map.of());

        assertThat(status).isEqualTo(2);
        assertThat(log.lines()).containsExactly("ERROR bad setting problem=PAPER is no setting",
                "ERROR bad setting problem=INK='red' must be black");
    }

    @Test
    void whatIsInTheWayOfAStartEndsItWithOneLine() throws Exception {
        int status = process.run(variables -> {
            throw new IllegalStateException("port 8081 on 127.0.0.1 is taken");
        }, Map.of());

        assertThat(status).isEqualTo(1);
        assertThat(log.lines()).containsExactly("ERROR can't start why=port 8081 on 127.0.0.1 is taken");
    }

    @Test
    void aServiceThatHasFailedIsKeptForAWhileAndThenEndsIt() throws Exception {
        ToldService press = new ToldService();
        press.health = new Health.Failed("the press broke");
        long start = System.nanoTime();

        int status = process.run(variables -> press, Map.of());

        assertThat(status).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aServiceThatWaitsIsKept() throws Exception {
        ToldService press = new ToldService();
        press.health = new Health.Waiting("paper");
        Thread running = Thread.ofVirtual().start(() -> run(press));

        Awaitility.await().during(Duration.ofMillis(400)).until(running::isAlive);

        press.health = new Health.Failed("no paper will ever come");
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    }

    private void run(ToldService press) {
        try {
            process.run(variables -> press, Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
