package news.dateline.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a notification, {@code X-Hub-Signature}: the method, and the body's HMAC by the secret of the feed. */
public final class HubSignature {
    private static final Map<String, String> METHODS = Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384",
            "HmacSHA384", "sha512", "HmacSHA512");

    private final Mac mac;
    private final byte[] given;

    private HubSignature(Mac mac, byte[] given) {
        this.mac = mac;
        this.given = given;
    }

    /** A signature as it was sent; empty where it is none of a known method. */
    public static Optional<HubSignature> of(String header, String secret) {
        String[] parts = header.strip().split("=", 2);
        String algorithm = METHODS.get(parts[0].toLowerCase(Locale.ROOT));
        if (parts.length < 2 || algorithm == null) {
            return Optional.empty();
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return Optional.of(new HubSignature(mac, HexFormat.of().parseHex(parts[1].strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** The next bytes of the body. */
    public void update(byte[] bytes, int length) {
        mac.update(bytes, 0, length);
    }

    /** Whether it is that of the body. */
    public boolean isRight() {
        return MessageDigest.isEqual(mac.doFinal(), given);
    }
}
