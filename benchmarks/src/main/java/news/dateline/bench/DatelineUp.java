package news.dateline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./dateline up} as people run it: a process of its own, in a folder of its own. */
final class DatelineUp implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Path folder;
    private final int ingest;
    private final int read;
    private final int postgres;

    private DatelineUp(Process process, Path folder, int ingest, int read, int postgres) {
        this.process = process;
        this.folder = folder;
        this.ingest = ingest;
        this.read = read;
        this.postgres = postgres;
    }

    /** Launches it from the root of the repository; it is not up yet when this returns. */
    static DatelineUp launch(Path folder) {
        try {
            List<Integer> ports = freePorts();
            Process process = new ProcessBuilder("./dateline", "up", "--data", folder.toString(), "--ingest-port",
                    ports.get(0).toString(), "--read-port", ports.get(1).toString(), "--postgres-port",
                    ports.get(2).toString(), "--kafka-port", "0", "--enrich-port", "0", "--dashboard-port", "0")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new DatelineUp(process, folder, ports.get(0), ports.get(1), ports.get(2));
        } catch (IOException e) {
            throw new BenchmarkFailed("./dateline does not start: " + e.getMessage(), e);
        }
    }

    private static List<Integer> freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket a = new ServerSocket(0, 1, loopback);
                ServerSocket b = new ServerSocket(0, 1, loopback);
                ServerSocket c = new ServerSocket(0, 1, loopback)) {
            return List.of(a.getLocalPort(), b.getLocalPort(), c.getLocalPort());
        }
    }

    void checkAlive() {
        if (!process.isAlive()) {
            throw new BenchmarkFailed("./dateline up ended with status " + process.exitValue() + "; its log is in "
                    + folder.resolve("logs"));
        }
    }

    long pid() {
        return process.pid();
    }

    Path folder() {
        return folder;
    }

    int ingestPort() {
        return ingest;
    }

    int readPort() {
        return read;
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres + "/postgres";
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new BenchmarkFailed("./dateline up did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
