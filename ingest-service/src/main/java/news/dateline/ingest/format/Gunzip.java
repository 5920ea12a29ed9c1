package news.dateline.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip in several parts, however the network hands it over. */
public final class Gunzip {
    private Gunzip() {
    }

    public static InputStream of(InputStream packed) throws IOException {
        return new GZIPInputStream(new Told(packed));
    }

    /** Java's reader takes the end of one part for the end of all where nothing more is there at that moment. */
    private static final class Told extends PushbackInputStream {
        Told(InputStream in) {
            super(in, 1);
        }

        @Override
        public int available() throws IOException {
            int available = super.available();
            if (available > 0) {
                return available;
            }
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }
}
