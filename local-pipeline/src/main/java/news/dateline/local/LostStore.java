package news.dateline.local;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.dateline.contract.KafkaAnswer;
import news.dateline.dashboard.flow.Reader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that was lost while the topics were kept: the sink must forget how far it had come, and store every article again. */
final class LostStore {
    private static final Logger LOG = LoggerFactory.getLogger(LostStore.class);

    private LostStore() {
    }

    static boolean isIn(DataFolder data) {
        // Kafka's own mark of a folder that it has used.
        return Files.exists(data.broker().resolve("meta.properties")) && Files.notExists(data.database());
    }

    /** Done before there is a database again: a kill at any point leaves the folder as it was found, or mended. */
    static void forgetWhatWasStored(DataFolder data) throws InterruptedException {
        String group = Reader.SINK.group();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.broker(), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // Its member goes by a name and so is in the group until its session ends, for which nobody waits.
            KafkaAnswer.of(
                    admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions()).all());
            KafkaAnswer.of(admin.deleteConsumerGroups(List.of(group)).all());
            LOG.atWarn().addKeyValue("group", group).log("the database is gone; every article is stored again");
        } catch (KafkaException e) {
            // A first start that was killed before it had made a database: no sink has ever read.
            boolean neverRead = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(GroupIdNotFoundException.class::isInstance);
            if (!neverRead) {
                throw new CannotStart("the database is gone, and Kafka does not let the sink begin anew: "
                        + e.getMessage(), e);
            }
        }
    }
}
