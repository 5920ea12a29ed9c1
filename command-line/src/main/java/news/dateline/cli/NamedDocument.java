package news.dateline.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a name on the command line stands for: a file, a URL, or standard input for {@code -}.
 *
 * @param bytes       unpacked where they are gzip
 * @param url         where it was fetched, after redirects
 * @param contentType the header that came with it
 */
record NamedDocument(byte[] bytes, Optional<String> url, Optional<String> contentType) {
    static final String STANDARD_INPUT = "-";

    /**
     * Reads it whole.
     *
     * @throws Failure with what is wrong with it, as it reads after its name
     */
    static NamedDocument read(String name, int mostBytes) {
        try {
            return isUrl(name) ? fetch(name, mostBytes) : local(name, mostBytes);
        } catch (NoSuchFileException e) {
            throw new Failure("does not exist", e);
        } catch (IOException e) {
            throw new Failure("can't be read: " + (e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    static boolean isUrl(String name) {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    private static NamedDocument local(String name, int mostBytes) throws IOException {
        InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
        return new NamedDocument(unpacked(in, mostBytes), Optional.empty(), Optional.empty());
    }

    private static NamedDocument fetch(String name, int mostBytes) throws IOException {
        URI url = new Addresses.HttpAddress().convert(name);
        HttpResponse<InputStream> answer = Http.fetch(url);
        try (InputStream body = Http.bounded(answer)) {
            if (answer.statusCode() != 200) {
                throw new Failure("answered with HTTP " + answer.statusCode());
            }
            return new NamedDocument(unpacked(body, mostBytes), Optional.of(answer.uri().toString()),
                    answer.headers().firstValue("content-type"));
        }
    }

    private static byte[] unpacked(InputStream in, int mostBytes) throws IOException {
        byte[] bytes = bounded(in, mostBytes);
        return bytes.length > 1 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B
                ? bounded(new GZIPInputStream(new ByteArrayInputStream(bytes)), mostBytes)
                : bytes;
    }

    private static byte[] bounded(InputStream in, int mostBytes) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new Failure("must be no larger than " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
