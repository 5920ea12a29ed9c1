package news.dateline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that a local pipeline keeps everything in, held by one process at a time. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, making it where it is missing. A killed process holds nothing: the system lets go of its lock.
     *
     * @throws CannotStart when another process has it, or its topics are missing
     */
    static DataFolder take(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel lockFile = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!lock(lockFile)) {
                lockFile.close();
                throw new CannotStart(folder + " is in use by another Dateline; stop that one, or name another folder");
            }
            DataFolder data = new DataFolder(folder, lockFile);
            data.haveTopics();
            return data;
        } catch (IOException e) {
            throw new CannotStart("can't write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** On new topics, what enrich and the database remember of the old ones would have articles passed over. */
    private void haveTopics() throws IOException {
        if (Files.notExists(broker()) && (Files.exists(enrichState()) || Files.exists(database()))) {
            close();
            throw new CannotStart(path
                    + " has lost its folder kafka; put it back, or delete enrich and postgres too and start afresh");
        }
        // First of all: a kill while the others are made must not look like a loss.
        Files.createDirectories(broker());
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
            return false;
        }
    }

    Path broker() {
        return path.resolve("kafka");
    }

    Path database() {
        return path.resolve("postgres");
    }

    Path databaseLog() {
        return path.resolve("logs").resolve("postgres.log");
    }

    Path enrichState() {
        return path.resolve("enrich");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
