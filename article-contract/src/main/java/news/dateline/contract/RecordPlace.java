package news.dateline.contract;

/** Where a record stands in Kafka. */
public record RecordPlace(String topic, int partition, long offset) {
    public RecordPlace {
        topic = Absent.requiredText(topic, "topic");
        Absent.atLeast(0, partition, "partition");
        Absent.atLeast(0, offset, "offset");
    }

    /** As people write it, and the key of what is said of it: {@code news.articles.rejected-2-1841}. */
    public String text() {
        return topic + "-" + partition + "-" + offset;
    }
}
