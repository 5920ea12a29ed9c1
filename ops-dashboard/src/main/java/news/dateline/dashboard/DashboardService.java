package news.dateline.dashboard;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaWatch;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Problem;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.contract.Topics;
import news.dateline.dashboard.feeds.FeedRoutes;
import news.dateline.dashboard.feeds.Feeds;
import news.dateline.dashboard.flow.Flow;
import news.dateline.dashboard.flow.KafkaSnapshot;
import news.dateline.dashboard.flow.LagHistory;
import news.dateline.dashboard.flow.Reader;
import news.dateline.dashboard.flow.StepState;
import news.dateline.dashboard.news.MinuteRing;
import news.dateline.dashboard.news.News;
import news.dateline.dashboard.news.NewsRecords;
import news.dateline.dashboard.reading.HistoryReader;
import news.dateline.dashboard.reading.LiveReader;
import news.dateline.dashboard.rejected.RejectedArticles;
import news.dateline.dashboard.rejected.RejectedRoutes;
import news.dateline.dashboard.rejected.Replayer;
import news.dateline.dashboard.rules.RuleRoutes;
import news.dateline.dashboard.rules.RuleTrials;
import news.dateline.dashboard.rules.Rules;
import news.dateline.dashboard.web.Access;
import news.dateline.dashboard.web.JsonBody;
import news.dateline.dashboard.web.Live;
import news.dateline.dashboard.web.Page;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The page that an operator keeps open, and the same as JSON; it reads Kafka alone. */
public final class DashboardService implements Service {
    private static final int SICK_FEEDS_SHOWN = 8;
    private static final int NEWEST_BEFORE = 50;
    private static final String READS_NO_MORE = "the dashboard reads topics no more; its log says why";
    private static final Duration NEWS_EVERY = Duration.ofMillis(300);

    private final InstantSource clock = InstantSource.system();
    private final Metrics metrics = new Metrics("dashboard");
    private final News news = new News(clock);
    private final LagHistory lags = new LagHistory(clock.instant());
    private final NewsRecords newsRecords = new NewsRecords(news, lags::waited);
    private final RejectedArticles rejected = new RejectedArticles(clock);
    private final Rules rules = new Rules();
    private final Feeds feeds = new Feeds();
    private final AtomicReference<Optional<PipelineView>> view = new AtomicReference<>(Optional.empty());
    private final MultiGauge lag = MultiGauge.builder("dateline.lag")
            .description("Records that a service has yet to read, as Kafka has it").baseUnit("records")
            .register(metrics.registry());
    private Instant newsShownAt = Instant.EPOCH;
    private final Flow flow;
    private final KafkaWatch watch;
    private final LiveReader reader;
    private final HistoryReader history;
    private final Replayer replayer;
    private final Live live;
    private final HttpEndpoint endpoint;

    private DashboardService(DashboardSettings settings) {
        flow = new Flow(settings.kafka());
        watch = new KafkaWatch(settings.kafka(), settings.every(), this::look);
        reader = new LiveReader(settings.kafka(), wanted(), watch::hasBeenUp, this::newsCame);
        history = new HistoryReader(settings.kafka(), Topics.ENRICHED.name(), reader, newsRecords::takeHistory, clock);
        replayer = new Replayer(settings.kafka(), rejected, clock);
        live = new Live(this::health);
        endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health, routes -> {
            Access access = new Access(settings.tokens(), clock);
            Page page = new Page(access);
            page.addTo(routes);
            access.addTo(routes);
            addTo(routes);
            new RejectedRoutes(rejected, replayer).addTo(routes);
            new FeedRoutes(settings.kafka(), feeds, () -> reader.hasReadOld(Topics.FEEDS.name()), clock).addTo(routes);
            new RuleRoutes(settings.kafka(), rules, news::ruleHits, new RuleTrials(settings.kafka(), clock), clock)
                    .addTo(routes);
        });
    }

    /** Starts an instance; it waits by itself for a broker that is away. */
    public static DashboardService start(Map<String, String> variables) {
        DashboardService service = new DashboardService(DashboardSettings.read(variables));
        service.watch.start();
        service.reader.start();
        service.history.start();
        return service;
    }

    /** Runs an instance as a process. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(DashboardService::start);
    }

    private List<LiveReader.Wanted> wanted() {
        return List.of(new LiveReader.Wanted(Topics.ENRICHED.name(), NEWEST_BEFORE, newsRecords::take),
                new LiveReader.Wanted(Topics.REJECTED.name(), RejectedArticles.MOST,
                        (entry, old) -> rejected.take(entry)),
                new LiveReader.Wanted(Topics.REJECTED_ACTS.name(), Long.MAX_VALUE / 2,
                        (entry, old) -> rejected.takeAct(entry)),
                new LiveReader.Wanted(Topics.RULES.name(), Long.MAX_VALUE / 2, (entry, old) -> rules.take(entry)),
                new LiveReader.Wanted(Topics.FEEDS.name(), Long.MAX_VALUE / 2, (entry, old) -> feeds.takeFeed(entry)),
                new LiveReader.Wanted(Topics.FEEDS_STATUS.name(), Long.MAX_VALUE / 2,
                        (entry, old) -> feeds.takeStatus(entry)));
    }

    private Optional<String> look(Admin admin, boolean hasBeenUp) throws InterruptedException {
        if (reader.hasFailed()) {
            return Optional.of(READS_NO_MORE);
        }
        try {
            KafkaSnapshot now = KafkaSnapshot.take(admin);
            Flow.Seen seen = flow.next(now);
            news.stored(now.committed(Reader.SINK), now.at());
            lags.add(seen.steps(), News.minute(now.at()));
            lag.register(seen.steps().stream().map(DashboardService::lag).toList(), true);
            PipelineView current = view(now, seen);
            view.set(Optional.of(current));
            live.publish(current);
            return Optional.empty();
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.of("the topics that ingest, enrich and the sink make are not there yet");
        }
    }

    /** News are shown as they come, whenever Kafka was last asked for the rest; not all of them, where there are many. */
    private void newsCame() {
        Instant now = clock.instant();
        if (health() instanceof Health.Up && now.isAfter(newsShownAt.plus(NEWS_EVERY))) {
            newsShownAt = now;
            view.get().ifPresent(last -> live.publish(last.with(news.view(), rejected.summary(), now)));
        }
    }

    private PipelineView view(KafkaSnapshot now, Flow.Seen seen) {
        StepState state = seen.steps().stream().map(Flow.Step::state).max(Comparator.naturalOrder())
                .orElse(StepState.WELL);
        return new PipelineView(now.at(), now.at(), state,
                new PipelineView.Reading(history.read(), reader.lag(now.ends(), Topics.ENRICHED.name())), seen.steps(),
                seen.topics(), now.newestRaw(), news.view(), rejected.summary(), rules.count(),
                feeds.view(Feeds.Wanted.sickest(SICK_FEEDS_SHOWN), now.at()));
    }

    private static MultiGauge.Row<Number> lag(Flow.Step step) {
        return MultiGauge.Row.of(Tags.of("step", step.service(), "topic", step.topic()), step.lag());
    }

    private void addTo(RoutesConfig routes) {
        routes.get("/v1/pipeline",
                context -> JsonBody.answer(context, view.get().filter(seen -> health() instanceof Health.Up)
                        .orElseThrow(() -> Problem.of(503, "unavailable", "Kafka is away",
                                "The view of the pipeline comes from Kafka; wait for it").refusal())));
        routes.get("/v1/live", live::follow);
        routes.get("/v1/plots", context -> JsonBody.answer(context, plots("day".equals(context.queryParam("of")))));
        routes.get("/v1/newest/{id}", context -> JsonBody.answer(context, news.article(context.pathParam("id"))
                .orElseThrow(() -> Problem.of(404, "not-found", "No such article",
                        "only the newest articles can be asked for here").refusal())));
    }

    /**
     * Numbers of each minute, the newest last.
     *
     * @param watchedSince what only a watcher can know is absent before
     */
    private record Plots(Instant from, Instant watchedSince, News.Plot news, List<Integer> rejected,
            Map<String, List<Optional<Integer>>> lag) {}

    private Plots plots(boolean day) {
        Instant now = clock.instant();
        long to = News.minute(now);
        long from = to - (day ? MinuteRing.DAY : 60) + 1;
        return new Plots(Instant.ofEpochSecond(from * 60), lags.since(), news.plot(from, to), rejected.plot(from, to),
                lags.plot(from, to));
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public Health health() {
        return reader.hasFailed() ? new Health.Failed(READS_NO_MORE) : watch.health();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        live.close();
        watch.close();
        history.close();
        reader.close();
        flow.close();
        replayer.close();
        endpoint.close();
        metrics.close();
    }
}
