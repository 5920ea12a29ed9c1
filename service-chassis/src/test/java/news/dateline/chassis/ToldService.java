package news.dateline.chassis;

/** A service that is as it is told to be. */
final class ToldService implements Service {
    private final Metrics metrics = new Metrics("press");
    volatile Health health = Health.UP;

    @Override
    public String name() {
        return "press";
    }

    @Override
    public int port() {
        return 8081;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        metrics.close();
    }
}
