package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bearer tokens of which a push must bring one; where there are none, anyone may push. */
public final class PushTokens {
    /** What a valid list of tokens is, as it reads after "must be". */
    public static final String RULE = "tokens of 16 or more letters, digits and -._~+/=, one on each line";
    public static final PushTokens NONE = new PushTokens(List.of());

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{16,}");
    private static final String SCHEME = "Bearer ";

    private final List<byte[]> digests;

    private PushTokens(List<byte[]> digests) {
        this.digests = digests;
    }

    /** The tokens of a text, none of a blank one; empty where one breaks the rule. */
    public static Optional<PushTokens> of(String text) {
        List<String> tokens = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return tokens.stream().allMatch(TOKEN.asMatchPredicate())
                ? Optional.of(new PushTokens(tokens.stream().map(PushTokens::digest).toList()))
                : Optional.empty();
    }

    /** The tokens of a file, which must have some; none where no file is named. */
    public static Optional<PushTokens> ofFile(String path) {
        if (path.isBlank()) {
            return Optional.of(NONE);
        }
        try {
            return of(Files.readString(Path.of(path.strip()))).filter(tokens -> !tokens.digests.isEmpty());
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // The problem names the setting: a service that can't read its tokens does not start.
            return Optional.empty();
        }
    }

    /** These and the others. */
    public PushTokens and(PushTokens others) {
        return new PushTokens(Stream.concat(digests.stream(), others.digests.stream()).toList());
    }

    /** Refuses a push without a right token; what tells the token from others, empty where none is asked for. */
    String check(Context context) {
        if (digests.isEmpty()) {
            return "";
        }
        Optional<String> token = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        if (token.isEmpty() || !isRight(token.get())) {
            context.header("WWW-Authenticate",
                    "Bearer realm=\"dateline\"" + (token.isEmpty() ? "" : ", error=\"invalid_token\""));
            throw PushProblems.token().refusal();
        }
        return HexFormat.of().formatHex(digest(token.get()), 0, 8);
    }

    /** In the same time for every token: digests of one length, each compared whole, and all of them. */
    private boolean isRight(String token) {
        byte[] given = digest(token);
        boolean right = false;
        for (byte[] digest : digests) {
            right |= MessageDigest.isEqual(digest, given);
        }
        return right;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
