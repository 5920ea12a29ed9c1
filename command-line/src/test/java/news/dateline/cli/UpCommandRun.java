package news.dateline.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code dateline up} on free ports. */
final class UpCommandRun implements AutoCloseable {
    private static final List<String> FREE_PORTS = List.of("--kafka-port", "0", "--ingest-port", "0", "--read-port",
            "0",
            "--enrich-port", "0", "--dashboard-port", "0", "--postgres-port", "0");

    private final Path data;
    private final ChildCommand command;

    private UpCommandRun(Path data, ChildCommand command) {
        this.data = data;
        this.command = command;
    }

    /** Starts it and waits until it says where everything is. */
    static UpCommandRun start(Path data) {
        UpCommandRun up = new UpCommandRun(data, begin(data));
        try {
            await().atMost(120, SECONDS).until(() -> up.command.out().contains("metrics") || !up.process().isAlive());
            up.ingest();
            return up;
        } catch (RuntimeException | AssertionError e) {
            up.close();
            throw e;
        }
    }

    /** Starts it without waiting; options given later win. */
    static ChildCommand begin(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        for (int i = 0; i < FREE_PORTS.size(); i += 2) {
            if (!List.of(options).contains(FREE_PORTS.get(i))) {
                arguments.addAll(FREE_PORTS.subList(i, i + 2));
            }
        }
        arguments.addAll(List.of(options));
        return ChildCommand.start(Map.of(), "", arguments.toArray(String[]::new));
    }

    Process process() {
        return command.process();
    }

    URI ingest() {
        return URI.create("http://" + said("push API +http://([0-9.:]+)/"));
    }

    URI read() {
        return URI.create("http://" + said("read API +http://([0-9.:]+)/"));
    }

    String kafka() {
        return said("Kafka +([0-9.:]+)");
    }

    /** What it has said on standard error. */
    String said() {
        return command.err();
    }

    private String said(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(command.out());
        if (!matcher.find()) {
            throw new AssertionError("up said: " + command.out() + command.err());
        }
        return matcher.group(1);
    }

    /** Asks it to stop and waits for its end. */
    ChildCommand.Ended stop() {
        process().destroy();
        return command.end();
    }

    /** The PostgreSQL server that it started, while that runs. */
    Optional<ProcessHandle> postgres() {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing behind, whatever became of the test. */
    @Override
    public void close() {
        Optional<ProcessHandle> postgres = postgres();
        if (process().isAlive()) {
            process().destroyForcibly().onExit().join();
            postgres.ifPresent(server -> {
                // SIGTERM is PostgreSQL's smart shutdown; with its clients gone it is as quick as any.
                server.destroy();
                server.onExit().join();
            });
        }
    }
}
