package news.dateline.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The docker command. */
final class Docker {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Of this checkout alone: the tests of another one may run on the same engine. */
    static final String TAG = "test-" + Integer.toHexString(ROOT.toString().hashCode());

    private Docker() {
    }

    /**
     * What a command left behind.
     *
     * @param output of standard output and standard error together
     */
    record Outcome(int status, String output) {}

    static boolean answers() {
        return quietly("docker", "version", "--format", "{{.Server.Version}}");
    }

    /** How docker compose is called here; empty where it is not there. */
    static List<String> compose() {
        if (quietly("docker", "compose", "version")) {
            return List.of("docker", "compose");
        }
        return quietly("docker-compose", "version") ? List.of("docker-compose") : List.of();
    }

    /** Runs docker and returns its output, without white space at the end; fails when it fails. */
    static String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return succeed(command, Map.of());
    }

    /** Runs a command in the project's root. */
    static String succeed(List<String> command, Map<String, String> environment) {
        Outcome outcome = attempt(command, environment);
        if (outcome.status() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + outcome.status() + ":\n" + outcome.output());
        }
        return outcome.output().strip();
    }

    static Outcome attempt(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("can't run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private static boolean quietly(String... command) {
        try {
            return attempt(List.of(command), Map.of()).status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
