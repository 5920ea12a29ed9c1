package news.dateline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import news.dateline.chassis.Service;
import news.dateline.local.LocalPipeline;
import news.dateline.local.Ports;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One pipeline for all tests that ask for it, started with the first of them and stopped after the last. */
final class SharedPipeline implements ParameterResolver {
    /** A running pipeline and how commands find it. */
    record Running(LocalPipeline pipeline, Path folder) implements AutoCloseable {
        ChildCommand.Ended run(String... arguments) {
            return runWith("", arguments);
        }

        ChildCommand.Ended runWith(String input, String... arguments) {
            return LocalCommand.run(
                    Map.of("--ingest", url(pipeline.ingest()), "--read", url(pipeline.sink()), "--dashboard",
                            url(pipeline.dashboard()), "--kafka", pipeline.bootstrapServers()),
                    input, arguments);
        }

        /** In a process of its own, which finds the pipeline by its environment. */
        ChildCommand.Ended runProcess(String input, String... arguments) {
            return ChildCommand.start(environment(), input, arguments).end();
        }

        Map<String, String> environment() {
            return Map.of("DATELINE_INGEST", url(pipeline.ingest()), "DATELINE_READ", url(pipeline.sink()),
                    "DATELINE_DASHBOARD", url(pipeline.dashboard()), "DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                    pipeline.bootstrapServers());
        }

        private static String url(Service service) {
            return "http://127.0.0.1:" + service.port();
        }

        @Override
        public void close() {
            pipeline.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(SharedPipeline.class))
                .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        try {
            Path folder = Files.createTempDirectory("dateline-command-line-");
            return new Running(LocalPipeline.start(folder, Ports.ANY_FREE, step -> {
            }), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
