package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    private Path folder;

    @Test
    void serverThatAKilledProcessLeftIsStoppedSoThatFolderAndPortAreFree() throws Exception {
        Path data = folder.resolve("postgres");
        EmbeddedDatabase orphan = start(data, 0);
        int port = orphan.port();

        EmbeddedDatabase.stopOrphan(data);

        new Ports(0, 0, 0, 0, 0, port).checkFree();
        // What a kill would have done: this process lets go of its lock on the folder.
        orphan.close();
        try (EmbeddedDatabase next = start(data, port)) {
            assertThat(ask(next, "SELECT 'it answers'")).isEqualTo("it answers");
        }
    }

    @Test
    void processThatOnlyHasTheOrphansNumberIsLeftAlone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        EmbeddedDatabase.stopOrphan(data);

        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void whatIsCommittedIsOnDisk() throws Exception {
        try (EmbeddedDatabase database = start(folder.resolve("postgres"), 0)) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    private EmbeddedDatabase start(Path data, int port) {
        return EmbeddedDatabase.start(data, port, folder.resolve("postgres.log"));
    }

    private static String ask(EmbeddedDatabase database, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
