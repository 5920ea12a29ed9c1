package news.dateline.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows that PostgreSQL has committed, as any other client of the database sees them. */
final class Rows implements AutoCloseable {
    private final Connection connection;

    Rows(String url) {
        try {
            connection = DriverManager.getConnection(url, "postgres", "");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    long count() {
        return Long.parseLong(text("SELECT count(*) FROM articles"));
    }

    String serverVersion() {
        return text("SHOW server_version");
    }

    /** Those of the articles that are stored. */
    List<String> stored(Collection<String> articleIds) {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT article_id FROM articles WHERE article_id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", articleIds.toArray()));
            List<String> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private String text(String query) {
        try (PreparedStatement select = connection.prepareStatement(query); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static BenchmarkFailed failed(SQLException e) {
        return new BenchmarkFailed("PostgreSQL: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
