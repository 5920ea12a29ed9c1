package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import news.dateline.contract.Sha256;

/** Of a push with a key: the digest of its body, and its answer where that is short enough to be kept. */
final class AnswerCopy {
    private static final int MOST_BYTES = 64 * 1024;

    private final MessageDigest digest;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean ended;
    private boolean partly;

    private AnswerCopy(MessageDigest digest) {
        this.digest = digest;
    }

    /** Over these bytes and the body that follows. */
    static AnswerCopy of(byte[] first) {
        MessageDigest digest = Sha256.begin();
        digest.update(first);
        return new AnswerCopy(digest);
    }

    InputStream reading(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read > 0) {
                    digest.update(into, from, read);
                }
                ended |= read < 0;
                return read;
            }
        };
    }

    OutputStream writing(OutputStream answer) {
        return new FilterOutputStream(answer) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                if (written.size() + length <= MOST_BYTES) {
                    written.write(bytes, from, length);
                } else {
                    partly = true;
                }
            }
        };
    }

    /** The answer is not the last word: the push should come again. */
    void isForNow() {
        partly = true;
    }

    /** Whether the body was read to its end. */
    boolean isWhole() {
        return ended;
    }

    byte[] digest() {
        return digest.digest();
    }

    /** What was written, or else is to be written as the result; empty where it is too long or not the last word. */
    Optional<byte[]> answer(Context context) throws IOException {
        InputStream result = context.resultInputStream();
        if (result != null) {
            byte[] bytes = result.readAllBytes();
            context.result(bytes);
            written.writeBytes(bytes);
        }
        return partly || written.size() > MOST_BYTES ? Optional.empty() : Optional.of(written.toByteArray());
    }
}
