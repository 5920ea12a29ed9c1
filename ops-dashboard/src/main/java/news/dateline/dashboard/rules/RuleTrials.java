package news.dateline.dashboard.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import news.dateline.contract.TagRule;
import news.dateline.contract.registry.RulesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries rules for operators, few at a time: the answer is one line of JSON after another, each with what is known so far.
 *
 * <p>A trial is its request and nothing else: whoever goes away ends it, and any instance can be asked.
 */
public final class RuleTrials {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTrials.class);
    private static final int MOST = 2;
    private static final Duration EVERY = Duration.ofMillis(400);

    private final Map<String, String> kafka;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(MOST);

    public RuleTrials(Map<String, String> kafka, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
    }

    /** Tries a rule, and tells how it goes until it is done. */
    void answer(Context context, RuleForm form) {
        form.wrong().ifPresent(wrong -> {
            throw wrong.refusal();
        });
        if (!places.tryAcquire()) {
            throw Problem.of(503, "busy", "Others try rules", MOST + " rules are on trial; try again in a minute")
                    .refusal();
        }
        try {
            TagRule rule = form.trial();
            follow(context, new RunningTrial(kafka, rule, RulesInForce.read(kafka), clock));
        } finally {
            places.release();
        }
    }

    private static void follow(Context context, RunningTrial trial) {
        // A thread of its own: one that computes for long would keep a virtual thread's carrier from the open pages.
        Thread thread = Thread.ofPlatform().name("dashboard-trial").daemon().start(trial);
        try {
            context.contentType("application/x-ndjson; charset=utf-8").header("X-Accel-Buffering", "no");
            ServletOutputStream out = context.res().getOutputStream();
            boolean ended = false;
            while (!ended) {
                ended = thread.join(EVERY);
                out.write((ContractJson.mapper().writeValueAsString(trial.state()) + "\n").getBytes(UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            LOG.atDebug().log("who tried a rule went away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            trial.stop();
        }
    }
}
