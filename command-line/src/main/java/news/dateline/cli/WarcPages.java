package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** The pages of a web archive: its response records that were answered with HTML; all others are passed over. */
final class WarcPages implements AutoCloseable {
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final WarcReader reader;
    private long number;

    /**
     * A page of the archive.
     *
     * @param record  number of its record in the file, from 1
     * @param problem why its bytes can't be had; empty where they can
     */
    record Page(long record, String url, Optional<Instant> captured, String contentType, byte[] html, String problem) {}

    /** Of an archive that is plain, or gzip record for record. */
    WarcPages(InputStream archive) throws IOException {
        reader = new WarcReader(archive);
        reader.setLenient(true);
    }

    /** The next page; empty at the end. */
    Optional<Page> next() throws IOException {
        try {
            Optional<WarcRecord> record = reader.next();
            while (record.isPresent()) {
                number++;
                Optional<Page> page = record.get() instanceof WarcResponse response
                        ? pageOrProblem(response)
                        : Optional.empty();
                if (page.isPresent()) {
                    return page;
                }
                record = reader.next();
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException
                | NoSuchElementException e) {
            throw new IOException("record " + (number + 1) + " can't be read: " + why(e), e);
        }
    }

    /** What is broken within a record costs only that one. */
    private Optional<Page> pageOrProblem(WarcResponse response) {
        try {
            return page(response);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException
                | NoSuchElementException e) {
            return Optional.of(new Page(number, "", Optional.empty(), "", new byte[0], "can't be read: " + why(e)));
        }
    }

    private static String why(Exception failure) {
        return failure.getMessage() == null ? "it ends in the middle" : failure.getMessage();
    }

    private Optional<Page> page(WarcResponse response) throws IOException {
        if (!response.contentType().base().equals(MediaType.HTTP)) {
            return Optional.empty();
        }
        HttpResponse http = response.http();
        String type = http.headers().first("Content-Type").orElse("");
        if (http.status() / 100 != 2 || !HTML.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        byte[] html = http.bodyDecoded().stream().readNBytes(MOST_BYTES);
        return Optional.of(new Page(number, response.target(), captured(response), type, html, ""));
    }

    private static Optional<Instant> captured(WarcRecord record) {
        try {
            return Optional.of(record.date());
        } catch (DateTimeException | NoSuchElementException e) {
            // Archives have years of seven digits, and none; the page is worth more than its date.
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
