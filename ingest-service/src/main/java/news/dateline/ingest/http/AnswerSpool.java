package news.dateline.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Result lines on their way to the pusher: whoever adds one never waits.
 *
 * <p>Most HTTP clients read nothing of an answer before they have sent the whole body. Were results written straight to
 * the connection, its buffers would fill, the service would stop reading, and both would wait for ever; so what the
 * pusher doesn't read yet waits here, beyond a few kilobytes in a temporary file.
 */
final class AnswerSpool implements AutoCloseable {
    private static final int MEMORY_BYTES = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private ByteArrayOutputStream newest = new ByteArrayOutputStream();
    private FileChannel older;
    private long olderFrom;
    private long olderTo;
    private boolean ended;

    void add(byte[] bytes) {
        lock.lock();
        try {
            newest.writeBytes(bytes);
            if (newest.size() >= MEMORY_BYTES) {
                spill();
            }
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be added. */
    void end() {
        lock.lock();
        try {
            ended = true;
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes everything, flushing whenever there is nothing more to write, until the end. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        for (byte[] chunk = take(); chunk.length > 0; chunk = take()) {
            out.write(chunk);
            if (isEmpty()) {
                out.flush();
            }
        }
    }

    /** The oldest bytes, waiting for some; none at the end. */
    private byte[] take() throws InterruptedException, IOException {
        lock.lockInterruptibly();
        try {
            while (newest.size() == 0 && olderFrom == olderTo && !ended) {
                added.await();
            }
            return olderFrom < olderTo ? takeOlder() : takeNewest();
        } finally {
            lock.unlock();
        }
    }

    private byte[] takeOlder() throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(MEMORY_BYTES, olderTo - olderFrom));
        while (chunk.hasRemaining()) {
            older.read(chunk, olderFrom + chunk.position());
        }
        olderFrom += chunk.position();
        if (olderFrom == olderTo) {
            olderFrom = 0;
            olderTo = 0;
        }
        return chunk.array();
    }

    private byte[] takeNewest() {
        byte[] chunk = newest.toByteArray();
        newest.reset();
        return chunk;
    }

    private boolean isEmpty() {
        lock.lock();
        try {
            return newest.size() == 0 && olderFrom == olderTo;
        } finally {
            lock.unlock();
        }
    }

    private void spill() {
        try {
            if (older == null) {
                Path file = Files.createTempFile("dateline-answers-", ".ndjson");
                older = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer bytes = ByteBuffer.wrap(takeNewest());
            while (bytes.hasRemaining()) {
                olderTo += older.write(bytes, olderTo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("result lines can't be kept in a temporary file", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (older != null) {
            older.close();
        }
    }
}
