package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import news.dateline.ingest.format.Gunzip;

/** Bytes to push, unpacked where they are gzip, and their beginning, which tells what they are. */
final class PushBytes {
    private static final int BEGINNING = 64 * 1024;
    private static final int MAGIC = 0x1F8B;

    private final InputStream bytes;
    private final byte[] beginning;

    private PushBytes(InputStream bytes, byte[] beginning) {
        this.bytes = bytes;
        this.beginning = beginning;
    }

    static PushBytes of(InputStream in) throws IOException {
        BufferedInputStream given = buffered(in);
        byte[] first = peek(given);
        if (first.length < 2 || (((first[0] & 0xFF) << 8) | (first[1] & 0xFF)) != MAGIC) {
            return new PushBytes(given, first);
        }
        byte[] unpacked = unpackedBeginning(first);
        // A WARC's records are packed each by itself; its reader unpacks them.
        if (ContentType.ofBeginning(unpacked).filter(PushFile.WARC::equals).isPresent()) {
            return new PushBytes(given, unpacked);
        }
        return new PushBytes(buffered(Gunzip.of(given)), unpacked);
    }

    InputStream stream() {
        return bytes;
    }

    byte[] beginning() {
        return beginning;
    }

    /** As much as is there at once: whoever writes a line to standard input waits for its outcome. */
    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(BEGINNING);
        byte[] first = new byte[BEGINNING];
        int length = Math.max(0, in.read(first));
        while (length > 0 && length < BEGINNING && in.available() > 0) {
            length += Math.max(0, in.read(first, length, BEGINNING - length));
        }
        in.reset();
        return Arrays.copyOf(first, length);
    }

    private static byte[] unpackedBeginning(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] unpacked = new byte[BEGINNING];
            int length = 0;
            try {
                for (int read = in.read(unpacked); read > 0; read = in.read(unpacked, length, BEGINNING - length)) {
                    length += read;
                }
            } catch (IOException e) {
                // The beginning ends somewhere within the packed bytes; what came out before that is enough.
                return Arrays.copyOf(unpacked, length);
            }
            return Arrays.copyOf(unpacked, length);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, 2 * BEGINNING);
    }
}
