package news.dateline.chassis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log how a service is, in the very words of its health: one line when they change, and one now and then for as long as
 * it is not up. Used by one thread.
 */
public final class HealthLog {
    private static final Logger LOG = LoggerFactory.getLogger(HealthLog.class);
    private static final Duration REMINDER = Duration.ofMinutes(5);

    private final Service service;
    private final InstantSource clock;
    private Health said = Health.UP;
    private Instant saidAt;
    private Instant since;

    /** A log that has said nothing yet: that all is well goes without saying. */
    public HealthLog(Service service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
        this.since = clock.instant();
        this.saidAt = since;
    }

    /** Looks how the service is, says it if there is something to say, and returns it. */
    public Health look() {
        Health health = service.health();
        Instant now = clock.instant();
        boolean turned = health.getClass() != said.getClass();
        boolean remind = !(health instanceof Health.Up) && saidAt.plus(REMINDER).isBefore(now);
        if (remind || !health.equals(said)) {
            say(health, now);
        }
        if (turned) {
            since = now;
        }
        return health;
    }

    /** How long it has been as it is: up, waiting or failed, whatever for. */
    Duration lasting() {
        return Duration.between(since, clock.instant());
    }

    private void say(Health health, Instant now) {
        var line = switch (health) {
            case Health.Up() -> LOG.atInfo();
            case Health.Waiting(String what) -> LOG.atWarn().addKeyValue("what", what);
            case Health.Failed(String why) -> LOG.atError().addKeyValue("why", why);
        };
        line.addKeyValue("service", service.name())
                .addKeyValue("after", Duration.ofSeconds(Duration.between(since, now).toSeconds()))
                .log(switch (health) {
                    case Health.Up() -> "up";
                    case Health.Waiting waiting -> "waiting";
                    case Health.Failed failed -> "failed";
                });
        said = health;
        saidAt = now;
    }
}
