package news.dateline.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.dateline.contract.registry.WebAddress;

/**
 * Where WebSub hubs reach us, and what they sign with. Both are made of one secret and the feed's address: every instance
 * knows them, none keeps them, and nobody but the hub that was told can call.
 */
public final class HubCallbacks {
    public static final String PATH = "/v1/websub/";

    /** Notifications of a feed that come within this time are one: whoever polls the feed waits as long. */
    public static final Duration GATHERED = Duration.ofSeconds(2);

    /** What a valid address is, as it reads after "must be". */
    public static final String ADDRESS_RULE = "an http or https address without a query";

    /** What a valid secret is, as it reads after "must be". */
    public static final String SECRET_RULE = "text of 32 or more characters";

    private static final int SECRET_LEAST = 32;
    private static final int KEY_BYTES = 18;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String address;
    private final SecretKeySpec key;

    /**
     * Callbacks.
     *
     * @param address by which ingest's HTTP port is reached from outside
     * @param secret  the same for every instance
     */
    public HubCallbacks(URI address, String secret) {
        this.address = address.toString().replaceFirst("/+$", "");
        key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    /** An address of callbacks: within, nothing where the text is blank; empty where it is none. */
    public static Optional<Optional<URI>> address(String text) {
        Optional<URI> address = WebAddress.of(text).filter(url -> url.getRawQuery() == null);
        return text.isBlank() || address.isPresent() ? Optional.of(address) : Optional.empty();
    }

    /** A secret, or within nothing where the text is blank; empty where it is too short. */
    public static Optional<Optional<String>> secret(String text) {
        if (text.isBlank()) {
            return Optional.of(Optional.empty());
        }
        return text.length() >= SECRET_LEAST ? Optional.of(Optional.of(text)) : Optional.empty();
    }

    /** Where a hub is to call for a feed. */
    public String addressFor(String feed) {
        return address + PATH + keyFor(feed) + "/" + ENCODER.encodeToString(feed.getBytes(UTF_8));
    }

    /** What a hub is to sign a feed's notifications with. */
    public String secretFor(String feed) {
        return ENCODER.encodeToString(mac("signature", feed));
    }

    /** The feed for which a callback was called; empty where the address was not made here. */
    public Optional<String> feed(String given, String encoded) {
        try {
            String feed = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
            return MessageDigest.isEqual(keyFor(feed).getBytes(UTF_8), given.getBytes(UTF_8))
                    ? Optional.of(feed)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not what was encoded here, so not an address that was made here.
            return Optional.empty();
        }
    }

    private String keyFor(String feed) {
        return ENCODER.encodeToString(Arrays.copyOf(mac("callback", feed), KEY_BYTES));
    }

    private byte[] mac(String purpose, String feed) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal((purpose + "\n" + feed).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
