package news.dateline.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import news.dateline.ingest.format.CountedBytes;
import org.brotli.dec.BrotliInputStream;

/** Reads a body, compressed or not, and never more of it than may be. */
final class BoundedBody {
    private static final int CHUNK = 16 * 1024;
    private static final int MOST_ENCODINGS = 2;
    private static final String NOT_AS_IT_SAYS = "sent a body that is not compressed as it says";
    private static final Semaphore DECODERS = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final int mostBytes;
    private final Leave leave;
    private CountedBytes sent = CountedBytes.of(InputStream.nullInputStream());

    /** Asked once a body turns out to be large. */
    interface Leave {
        void forLarge() throws IOException;
    }

    BoundedBody(int mostBytes, Leave leave) {
        this.mostBytes = mostBytes;
        this.leave = leave;
    }

    /** Bytes as they were sent. */
    long sent() {
        return sent.count();
    }

    byte[] read(InputStream in, String encodings) throws IOException, FetchFailed {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        sent = CountedBytes.of(in);
        try (InputStream decoded = decoded(sent, encodings)) {
            byte[] chunk = new byte[CHUNK];
            boolean large = false;
            for (int read = decoded.read(chunk); read >= 0; read = decoded.read(chunk)) {
                if (body.size() + read > mostBytes || sent() > mostBytes) {
                    throw new FetchFailed("sent more than " + mostBytes + " bytes");
                }
                if (!large && body.size() + read > FetchLimits.SMALL_BYTES) {
                    leave.forLarge();
                    large = true;
                }
                body.write(chunk, 0, read);
            }
        } catch (ZipException e) {
            throw new FetchFailed(NOT_AS_IT_SAYS);
        }
        return body.toByteArray();
    }

    private InputStream decoded(InputStream in, String encodings) throws IOException, FetchFailed {
        List<String> names = Stream.of(encodings.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("identity")).toList().reversed();
        if (names.size() > MOST_ENCODINGS) {
            throw new FetchFailed("sent a body that is compressed too often");
        }
        InputStream decoded = in;
        for (String name : names) {
            decoded = switch (name) {
                case "gzip", "x-gzip" -> gzip(decoded);
                case "deflate" -> deflate(decoded);
                case "br" -> brotli(decoded);
                default -> throw new FetchFailed("sent a body in an encoding that it was not asked for");
            };
        }
        return decoded;
    }

    /** Some servers say gzip of a body that is empty, or that is not compressed at all. */
    private static InputStream gzip(InputStream in) throws IOException {
        PushbackInputStream looked = new PushbackInputStream(in, 2);
        byte[] magic = looked.readNBytes(2);
        looked.unread(magic);
        return magic.length == 2 && magic[0] == 0x1F && (magic[1] & 0xFF) == 0x8B
                ? new GZIPInputStream(looked, CHUNK)
                : looked;
    }

    /** With zlib's header as the standard has it, or without as some servers do. */
    private static InputStream deflate(InputStream in) throws IOException {
        PushbackInputStream looked = new PushbackInputStream(in, 1);
        byte[] first = looked.readNBytes(1);
        looked.unread(first);
        boolean zlib = first.length == 1 && (first[0] & 0x0F) == 8 && (first[0] & 0xF0) <= 0x70;
        return new InflaterInputStream(looked, new Inflater(!zlib), CHUNK);
    }

    /**
     * The decoder holds as many bytes as a sender says that it looks back, up to 16 MiB: few of them at a time, none for as
     * long as a sender takes.
     */
    private InputStream brotli(InputStream in) throws IOException, FetchFailed {
        byte[] packed = in.readNBytes(mostBytes + 1);
        byte[] unpacked = unbrotli(packed, FetchLimits.SMALL_BYTES);
        if (unpacked.length > FetchLimits.SMALL_BYTES) {
            leave.forLarge();
            unpacked = unbrotli(packed, mostBytes);
        }
        return new ByteArrayInputStream(unpacked);
    }

    /** At most one byte more than may be. */
    private static byte[] unbrotli(byte[] packed, int most) throws FetchFailed {
        DECODERS.acquireUninterruptibly();
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new FetchFailed(NOT_AS_IT_SAYS);
        } finally {
            DECODERS.release();
        }
    }
}
