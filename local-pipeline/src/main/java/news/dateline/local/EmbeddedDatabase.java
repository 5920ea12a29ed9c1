package news.dateline.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server beside this process, its data kept in a folder. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server, on data that it finds in the folder.
     *
     * @param port 0 takes any that is free
     * @param log  file that the server writes what it has to say to
     */
    public static EmbeddedDatabase start(Path folder, int port, Path log) {
        try {
            Files.createDirectories(folder.getParent());
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder)
                    .setCleanDataDirectory(false).setRegisterShutdownHook(false).setPGStartupWait(PATIENCE)
                    .setOutputRedirector(output).setErrorRedirector(output);
            builder.setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C");
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on").setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "30").setServerConfig("jit", "off");
            return new EmbeddedDatabase(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder + "; see " + log
                    + ". If it is damaged, delete it: the next start stores every article again", e);
        }
    }

    /** Where JDBC finds it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    public int port() {
        return server.getPort();
    }

    /** The user that owns the database. */
    public String user() {
        return "postgres";
    }

    /**
     * Stops the server that a killed process left behind in a folder: it outlives its parent, and holds folder and port.
     *
     * @throws CannotStart when it does not stop
     */
    static void stopOrphan(Path folder) throws InterruptedException {
        Path pidFile = folder.resolve("postmaster.pid");
        try {
            Optional<ProcessHandle> orphan = orphan(pidFile, folder);
            if (orphan.isEmpty()) {
                Files.deleteIfExists(pidFile);
                return;
            }
            LOG.atWarn().addKeyValue("pid", orphan.get().pid())
                    .log("stopping a PostgreSQL that an earlier run left behind");
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients.
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start().waitFor();
            if (!exitsWithin(orphan.get(), PATIENCE)) {
                throw new CannotStart(
                        "an earlier PostgreSQL, process " + orphan.get().pid() + ", does not stop; end it");
            }
        } catch (IOException e) {
            throw new CannotStart("can't see whether PostgreSQL still runs in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Optional<ProcessHandle> orphan(Path pidFile, Path folder) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> serves(process, folder));
    }

    /** The pid may have gone to another program since. */
    private static boolean serves(ProcessHandle process, Path folder) {
        return process.isAlive()
                && process.info().commandLine().filter(line -> line.contains(folder.toString())).isPresent();
    }

    private static boolean exitsWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
