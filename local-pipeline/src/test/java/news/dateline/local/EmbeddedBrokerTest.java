package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhereItDoesNotStart() throws IOException {
        Files.writeString(folder.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=another\n");

        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0)).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Kafka does not start in " + folder + ": ");
    }
}
