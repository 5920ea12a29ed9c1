package news.dateline.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which articles, their texts and what is made of them are told apart. */
public final class Sha256 {
    private Sha256() {
    }

    /** One of nothing yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
