package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import news.dateline.contract.Origin;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells the way that an article took through the pipeline. */
@Command(name = "trace", mixinStandardHelpOptions = true, description = "Tells an article's way through the pipeline: its records and its row, with times and offsets.", footer = {
        "", "Example:", "  dateline trace 4f0c2b9e8d1a47630b5e9c7f21d8a6e3",
        "  dateline trace 4bf92f3577b34da6a3ce929d0e0e4736 --from 7d --json"})
final class TraceCommand implements Runnable {
    /** Clocks differ a little, and a record's time is that of its sending. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int MOST_ROWS = 20;
    private static final int ADMIN_SECONDS = 8;

    @Parameters(paramLabel = "ID", description = "an article's id, or the id of a trace (W3C traceparent)")
    private String id;

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "looks at records from this time on: 24h, 7d, a date or a time (default: from when the stored revision was received, else 24h)")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private Addresses.Kafka kafka = new Addresses.Kafka();

    @Mixin
    private Addresses.Read read = new Addresses.Read();

    @Override
    public void run() {
        Optional<JsonNode> row = row(id);
        Instant since = from.or(() -> row.map(kept -> Instant.parse(kept.path("receivedAt").asString()).minus(MARGIN)))
                .orElseGet(() -> Instant.now().minus(Duration.ofDays(1)));
        Map<String, Object> client = kafka.client();
        try (ArticleTrace trace = new ArticleTrace(client)) {
            List<TraceStep> records = row.isPresent() ? trace.ofArticle(id, since) : trace.ofAny(id, since);
            List<TraceStep> steps = new ArrayList<>(explained(records, trace, committed(client)));
            steps.addAll(inbox(records, trace));
            rows(row, records).forEach(kept -> steps.add(TraceStep.stored(kept)));
            if (steps.isEmpty()) {
                throw new Failure("nothing is known of " + id + " since " + since
                        + ", neither as an article nor as a trace; look further back with --from 7d");
            }
            steps.sort(Comparator.comparing(TraceStep::time));
            print(steps, since, trace.isComplete());
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }

    private void print(List<TraceStep> steps, Instant since, boolean complete) {
        if (json) {
            ObjectNode answer = JsonMapper.shared().createObjectNode().put("id", id).put("from", since.toString())
                    .put("complete", complete);
            steps.forEach(step -> answer.withArray("steps").add(step.json()));
            Console.raw(answer.toString());
            return;
        }
        Console.line("@|bold time                      step      where                             what|@");
        steps.forEach(step -> Console.raw(step.text()));
        names("article", steps.stream().map(TraceStep::articleId).toList());
        names("trace", steps.stream().map(TraceStep::traceId).toList());
        if (!complete) {
            Console.note("there are more records than were read; begin later with --from");
        }
    }

    private void names(String word, List<String> ids) {
        TreeSet<String> others = new TreeSet<>(ids);
        others.removeAll(List.of("", id));
        others.stream().limit(MOST_ROWS).forEach(other -> Console.raw(word + " " + Console.plain(other)));
    }

    /** Of each raw article that nothing came of: why, as far as it can be told. */
    private static List<TraceStep> explained(List<TraceStep> records, ArticleTrace trace,
            Map<TopicPartition, Long> committed) {
        return records.stream().map(step -> {
            boolean wentOn = records.stream().anyMatch(later -> !later.step().equals("raw")
                    && later.articleId().equals(step.articleId()) && later.traceId().equals(step.traceId()));
            if (!step.step().equals("raw") || wentOn) {
                return step;
            }
            return step.with(trace.before(step.place().orElseThrow(), committed)
                    .map(waiting -> "waits for enrich, " + waiting + " records before it")
                    .orElse("nothing of it is there: unchanged, superseded, or replaced by a later revision"));
        }).toList();
    }

    private static Map<TopicPartition, Long> committed(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            return admin.listConsumerGroupOffsets("dateline-enrich").partitionsToOffsetAndMetadata()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS).entrySet().stream().filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static List<TraceStep> inbox(List<TraceStep> records, ArticleTrace trace) {
        return records.stream().map(TraceStep::origin)
                .filter(origin -> origin.topic().filter("news.inbox"::equals).isPresent())
                .map(origin -> Origin.record(origin.topic().orElseThrow(), origin.partition().orElseThrow(),
                        origin.offset().orElseThrow()))
                .distinct().limit(MOST_ROWS).flatMap(origin -> trace.inbox(origin).stream()).toList();
    }

    private List<JsonNode> rows(Optional<JsonNode> row, List<TraceStep> records) {
        if (row.isPresent()) {
            return List.of(row.get());
        }
        return records.stream().map(TraceStep::articleId).filter(article -> !article.isEmpty()).distinct()
                .limit(MOST_ROWS).flatMap(article -> row(article).stream()).toList();
    }

    /** The article as the store has it; the way through Kafka is told without it too. */
    private Optional<JsonNode> row(String articleId) {
        try {
            var answer = Http.get(read.url().resolve("/v1/articles/" + Http.encode(articleId)));
            return answer.statusCode() == 404 ? Optional.empty() : Optional.of(Http.json(answer));
        } catch (Failure away) {
            Console.note("the row can't be told: " + away.getMessage());
            return Optional.empty();
        }
    }
}
