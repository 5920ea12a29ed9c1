package news.dateline.ingest.publish;

import java.util.Optional;
import news.dateline.ingest.format.Reading;

/** What became of an article, once Kafka has had its say. */
public sealed interface Outcome {
    /** It stands in {@code news.articles.raw}. */
    record Accepted(String articleId) implements Outcome {}

    /** It can never be taken and stands in {@code news.articles.rejected}. */
    record Rejected(Reading.Refused why, Optional<String> articleId) implements Outcome {}

    /** Kafka has not acknowledged it: come again. */
    record Unavailable(String why) implements Outcome {}
}
