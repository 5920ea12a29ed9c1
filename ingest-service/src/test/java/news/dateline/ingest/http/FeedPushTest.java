package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import news.dateline.ingest.KafkaStandIn;
import news.dateline.ingest.feed.FeedArticles;
import news.dateline.ingest.feed.FeedReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FeedPushTest {
    private static final String RSS = """
            <rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link>
            <item><title>Ferry back</title><link>/news/1</link><description>Since &lt;b&gt;noon&lt;/b&gt;.</description>
            <category>Transport</category><pubDate>Wed, 04 Nov 2026 09:30 GMT</pubDate></item>
            <item><link>/news/2</link></item><item><description>No headline, only words.</description></item>
            </channel></rss>""";

    private final KafkaStandIn kafka = new KafkaStandIn(true, 64 * 1024);
    private final Door door = new Door(kafka);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void answersEachItemOfAFeedLikeALine() throws Exception {
        HttpResponse<String> answer = door.push("application/rss+xml", RSS);

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results = Door.lines(answer.body());
        assertThat(results).extracting(result -> result.get("status").asString()).containsExactly("accepted",
                "rejected", "accepted");
        assertThat(results.get(1).get("problem").get("type").asString()).endsWith("/no-text");
        assertThat(new String(kafka.rejectedBytes(0).orElseThrow(), UTF_8)).contains("https://harbour.example/news/2");
        kafka.check(counts -> assertThat(counts).containsExactly(3, 2, 1, 0));
    }

    @Test
    void pushedItemIsTheArticleThatItIsWhenItsFeedIsPolled() throws Exception {
        door.push("text/xml", RSS);

        List<RawArticle> polled = FeedArticles.of(FeedReader.read(RSS.getBytes(UTF_8), Optional.empty(),
                Optional.empty()), KafkaStandIn.NOW);
        assertThat(kafka.raw()).isEqualTo(polled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "application/atom+xml|<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Tide</title></entry></feed>",
            "application/xml|<?xml version='1.0'?><rss><channel><item><title>Tide</title></item></channel></rss>",
            "application/feed+json|{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"Tide\"}]}",
            "application/json|{\"title\":\"N\",\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\",\"items\":[{\"title\":\"Tide\"}]}",
            "application/rdf+xml|<rdf:RDF><item><title>Tide</title></item></rdf:RDF>"})
    void takesEveryFamilyOfFeeds(String type, String feed) throws Exception {
        assertThat(Door.lines(door.push(type, feed).body()).getFirst().get("status").asString()).isEqualTo("accepted");
        assertThat(kafka.raw()).extracting("headline").containsExactly("Tide");
    }

    @Test
    void refusesAJsonFeedThatStandsInALine() throws Exception {
        HttpResponse<String> answer = door.push("application/x-ndjson",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"Tide\"}]}\n");

        assertThat(answer.body()).contains("a JSON Feed goes as a push of its own");
    }

    @Test
    void readsTheCharsetOfTheHeaderAndTheAddressOfTheQuery() throws Exception {
        String feed = "<rss><channel><item><title>D\u00e9j\u00e0 vu</title><link>b</link></item></channel></rss>";

        door.push("text/xml; charset=iso-8859-1", BodyPublishers.ofByteArray(feed.getBytes(ISO_8859_1)),
                "?url=https%3A%2F%2Fharbour.example%2Fa%2Ffeed");

        assertThat(kafka.raw().getFirst().headline()).isEqualTo("D\u00e9j\u00e0 vu");
        assertThat(kafka.raw().getFirst().url()).contains("https://harbour.example/a/b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<html><body>No feed</body></html>|must be RSS", "<rss/>|must have an item",
            "''|must not be empty"})
    void refusesWhatHasNoItemsAndKeepsItsBytes(String body, String rule) throws Exception {
        HttpResponse<String> answer = door.push("application/xml", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Door.json(answer.body()).get("detail").asString()).contains(rule);
        assertThat(kafka.rejection(0).reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(kafka.rejectedBytes(0)).contains(body.getBytes(UTF_8));
        kafka.check(counts -> assertThat(counts).containsExactly(1, 0, 1, 0));
    }
}
