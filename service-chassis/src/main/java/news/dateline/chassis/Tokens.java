package news.dateline.chassis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secret tokens of which a caller must know one. */
public final class Tokens {
    /** What a valid list of tokens is, as it reads after "must be". */
    public static final String RULE = "tokens of 16 or more letters, digits and -._~+/=, one on each line";
    public static final Tokens NONE = new Tokens(List.of());

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{16,}");
    private static final String SIGNING = "HmacSHA256";
    private static final String BEARER = "Bearer ";

    private final List<byte[]> digests;

    private Tokens(List<byte[]> digests) {
        this.digests = digests;
    }

    /** The tokens of a text, none of a blank one; empty where one breaks the rule. */
    public static Optional<Tokens> of(String text) {
        List<String> tokens = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return tokens.stream().allMatch(TOKEN.asMatchPredicate())
                ? Optional.of(new Tokens(tokens.stream().map(Tokens::digest).toList()))
                : Optional.empty();
    }

    /** The tokens of a file, which must have some; none where no file is named. */
    public static Optional<Tokens> ofFile(String path) {
        if (path.isBlank()) {
            return Optional.of(NONE);
        }
        try {
            return of(Files.readString(Path.of(path.strip()))).filter(tokens -> !tokens.isEmpty());
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // The problem names the setting: a service that can't read its tokens does not start.
            return Optional.empty();
        }
    }

    /** The bearer token that a request brings. */
    public static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** These and the others. */
    public Tokens and(Tokens others) {
        return new Tokens(Stream.concat(digests.stream(), others.digests.stream()).toList());
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Whether it is one of them; takes the same time for every token. */
    public boolean isRight(String token) {
        return matches(digests.stream(), digest(token));
    }

    /** What tells a token from others, and tells nobody the token. */
    public static String name(String token) {
        return HexFormat.of().formatHex(digest(token), 0, 8);
    }

    /** What only who knows the first of them can say of a text. */
    public String signature(String text) {
        return HexFormat.of().formatHex(signature(digests.getFirst(), text));
    }

    /** Whether one of them signed a text; takes the same time for every signature. */
    public boolean isSigned(String text, String signature) {
        return matches(digests.stream().map(key -> HexFormat.of().formatHex(signature(key, text)).getBytes(UTF_8)),
                signature.getBytes(UTF_8));
    }

    /** Compares each of them whole, and all of them. */
    private static boolean matches(Stream<byte[]> right, byte[] given) {
        return right.map(one -> MessageDigest.isEqual(one, given)).reduce(false, Boolean::logicalOr);
    }

    private static byte[] signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(SIGNING);
            mac.init(new SecretKeySpec(key, SIGNING));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SIGNING, e);
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
