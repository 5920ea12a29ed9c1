package news.dateline.sink.store.postgres;

import java.util.Optional;

/**
 * Where the database is and how to be let in.
 *
 * @param url in JDBC's form, {@code jdbc:postgresql://host:port/database}
 */
public record DatabaseAccess(String url, Optional<String> user, Optional<String> password) {
    public static final String SCHEME = "jdbc:postgresql:";

    public DatabaseAccess {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("url must begin with " + SCHEME);
        }
    }

    /** The database in words, without what could be secret in the URL. */
    public String name() {
        return "PostgreSQL at " + url.substring(SCHEME.length()).replaceFirst("\\?.*$", "").replaceFirst("^/+", "");
    }

    @Override
    public String toString() {
        return name();
    }
}
