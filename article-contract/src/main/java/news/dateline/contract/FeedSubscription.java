package news.dateline.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The subscription of a feed at the WebSub hub that it offers, as whoever polls the feed knows it.
 *
 * @param hub           where it is asked for
 * @param topic         address by which the hub knows the feed
 * @param until         the end of the lease; absent while there is none
 * @param requests      how often it was asked for since the hub last confirmed it
 * @param nextRequestAt not asked for again before
 * @param error         why there is no lease, or no longer one after this, in words
 * @param heardAt       when the hub last said anything of it
 * @param notices       how often the hub told of news
 * @param missed        polls that found news of which the hub had told nothing, since it last did
 */
public record FeedSubscription(String hub, String topic, Optional<Instant> until, long requests, Instant nextRequestAt,
        String error, Optional<Instant> heardAt, long notices, long missed) {
    /** Of a lease as much is left when it is renewed. */
    private static final int LEFT_PERCENT = 25;

    public FeedSubscription {
        hub = Absent.requiredText(hub, "hub");
        topic = Absent.requiredText(topic, "topic");
        until = Absent.value(until);
        nextRequestAt = Absent.required(nextRequestAt, "nextRequestAt");
        error = Absent.text(error);
        heardAt = Absent.value(heardAt);
    }

    /** One that has not been asked for yet. */
    public static FeedSubscription at(String hub, String topic, Instant now) {
        return new FeedSubscription(hub, topic, Optional.empty(), 0, now, "", Optional.empty(), 0, 0);
    }

    /** Whether there is a lease. */
    public boolean isActive(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    /** Whether the hub can be relied on to tell of news. */
    public boolean isTrusted(Instant now) {
        return missed == 0 && isActive(now);
    }

    /** It is asked for; once more after this time if the hub does not confirm it. */
    public FeedSubscription asked(Instant again) {
        return new FeedSubscription(hub, topic, until, requests + 1, again, error, heardAt, notices, missed);
    }

    /** The hub has confirmed it. */
    public FeedSubscription confirmed(Instant at, Duration lease) {
        return new FeedSubscription(hub, topic, Optional.of(at.plus(lease)), 0,
                at.plus(lease.multipliedBy(100 - LEFT_PERCENT).dividedBy(100)), "", Optional.of(at), notices, missed);
    }

    /** The hub has ended it, or will not begin it. */
    public FeedSubscription denied(Instant at, String why, Instant again) {
        return new FeedSubscription(hub, topic, Optional.empty(), requests, again, why, Optional.of(at), notices,
                missed);
    }

    /** The hub could not be asked; the lease, if there is one, goes on. */
    public FeedSubscription failed(String why) {
        return new FeedSubscription(hub, topic, until, requests, nextRequestAt, why, heardAt, notices, missed);
    }

    /** The hub told of news; heard once more, it is the same news. */
    public FeedSubscription told(Instant at) {
        return heardAt.filter(heard -> !at.isAfter(heard)).isPresent()
                ? this
                : new FeedSubscription(hub, topic, until, requests, nextRequestAt, error, Optional.of(at), notices + 1,
                        0);
    }

    /** A poll found news of which the hub had told nothing. */
    public FeedSubscription missedNews() {
        return new FeedSubscription(hub, topic, until, requests, nextRequestAt, error, heardAt, notices, missed + 1);
    }
}
