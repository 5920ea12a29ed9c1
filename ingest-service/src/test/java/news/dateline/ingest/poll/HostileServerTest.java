package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of each way in which servers misbehave: what is published, what the status says, and what it cost. */
class HostileServerTest {
    private final ScriptedServer server = new ScriptedServer();
    private final Polls polls = new Polls();
    private final String feed = "http://feeds.test:" + server.port() + "/feed";

    @AfterEach
    void close() throws IOException {
        polls.close();
        server.close();
    }

    private FeedStatus poll() {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> polls.poll(feed));
    }

    private void assertFailing(FeedStatus status, String error) {
        assertThat(status.state()).isEqualTo(FeedHealth.FAILING);
        assertThat(status.error()).contains(error);
        assertThat(status.failures()).isOne();
        assertThat(status.nextPollAt()).isPresent();
        assertThat(polls.published).isEmpty();
    }

    @Test
    void findsOutAServerThatSaysNothingHasChangedWhenSomethingHas() {
        server.at("/feed", (request, out) -> {
            boolean conditional = request.header("if-none-match").isPresent();
            ScriptedServer.answer(out, conditional ? 304 : 200, "etag: \"same\"\r\n",
                    conditional ? new byte[0] : Rss.items(1, server.asked().size()).getBytes(UTF_8));
        });
        poll();
        for (int i = 1; i <= FeedPoll.UNCHANGED_MOST; i++) {
            assertThat(poll().unchanged()).isEqualTo(i);
        }
        assertThat(polls.published).hasSize(1);

        FeedStatus found = poll();

        assertThat(found.state()).isEqualTo(FeedHealth.LYING);
        assertThat(found.lies()).isOne();
        assertThat(polls.published).hasSize(11);
        assertThat(found.requests()).isOne();

        FeedStatus later = poll();
        assertThat(later.state()).isEqualTo(FeedHealth.LYING);
        assertThat(server.asked().getLast().header("if-none-match")).isEmpty();
        assertThat(polls.published).hasSize(12);
    }

    @Test
    void findsOutALieEvenWhereTheValidatorChanges() {
        server.at("/feed", (request, out) -> {
            boolean conditional = request.header("if-none-match").isPresent();
            ScriptedServer.answer(out, conditional ? 304 : 200, "etag: \"" + server.asked().size() + "\"\r\n",
                    conditional ? new byte[0] : Rss.items(1, server.asked().size()).getBytes(UTF_8));
        });
        for (int i = 0; i <= FeedPoll.UNCHANGED_MOST; i++) {
            poll();
        }

        FeedStatus found = poll();

        assertThat(found.state()).isEqualTo(FeedHealth.LYING);
        assertThat(found.requests()).isEqualTo(2);
    }

    @Test
    void believesAServerWhoseFeedChangesJustWhenItIsAskedForTheWhole() {
        server.at("/feed", (request, out) -> {
            boolean later = server.asked().size() > FeedPoll.UNCHANGED_MOST + 1;
            String tag = later ? "\"two\"" : "\"one\"";
            boolean same = request.header("if-none-match").filter(tag::equals).isPresent();
            ScriptedServer.answer(out, same ? 304 : 200, "etag: " + tag + "\r\n",
                    same ? new byte[0] : Rss.items(1, later ? 2 : 1).getBytes(UTF_8));
        });
        for (int i = 0; i <= FeedPoll.UNCHANGED_MOST; i++) {
            poll();
        }

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(polls.published).hasSize(2);
    }

    @Test
    void failsWhereNothingChangedSinceNothing() {
        server.at("/feed", 304, "", "");

        assertFailing(poll(), "answered 304");
    }

    @Test
    void waitsAsLongAsTheServerAsksInSeconds() {
        server.at("/feed", 429, "retry-after: 7200\r\n", "");

        FeedStatus status = poll();

        assertFailing(status, "answered 429");
        assertThat(status.httpStatus()).contains(429);
        assertThat(polls.untilNext(status)).isEqualTo(Duration.ofHours(2));
        assertThat(status.requests()).isEqualTo(2);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void waitsUntilTheDateThatTheServerNames() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(polls.now.plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC));
        server.at("/feed", 429, "retry-after: " + date + "\r\n", "");

        FeedStatus status = poll();

        assertFailing(status, "answered 429");
        assertThat(polls.untilNext(status)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void waitsNoLongerThanADayWhateverTheServerAsks() {
        server.at("/feed", 503, "retry-after: 999999999\r\n", "");

        assertThat(polls.untilNext(poll())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void neverGivesAFeedUp() {
        server.at("/feed", 500, "", "");
        FeedStatus last = poll();
        assertThat(polls.untilNext(last)).isEqualTo(Polls.LEAST);
        for (int i = 2; i <= 40; i++) {
            FeedStatus next = poll();
            assertThat(polls.untilNext(next)).isBetween(polls.untilNext(last), Duration.ofDays(1));
            last = next;
        }
        server.at("/feed", 200, "", Rss.items(1, 3));

        FeedStatus mended = poll();

        assertThat(mended.state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(mended.failures()).isZero();
        assertThat(polls.published).hasSize(3);
    }

    @Test
    void asksAFeedThatIsGoneOnceAWeek() {
        server.at("/feed", 410, "", "");

        FeedStatus status = poll();

        assertThat(status.state()).isEqualTo(FeedHealth.GONE);
        assertThat(polls.untilNext(status)).isEqualTo(Duration.ofDays(7));
        server.at("/feed", 200, "", Rss.items(1, 1));
        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
    }

    @Test
    void endsWhereRedirectsGoInACircle() {
        server.at("/feed", 302, "location: /other\r\n", "");
        server.at("/other", 302, "location: /feed\r\n", "");

        assertFailing(poll(), "redirects in a circle");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void endsWhereRedirectsNeverEnd() {
        server.at("/feed", 302, "location: /feed/1\r\n", "");
        for (int i = 1; i < 20; i++) {
            server.at("/feed/" + i, 302, "location: /feed/" + (i + 1) + "\r\n", "");
        }

        assertFailing(poll(), "redirects more than 5 times");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void endsABodyThatComesTooSlowly() {
        server.at("/feed", (request, out) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n"));

        assertFailing(poll(), "took longer than 2 seconds");
    }

    @Test
    void endsHeadersThatComeTooSlowly() {
        server.at("/feed", (request, out) -> drip(out, "HTTP/1.1 200 OK\r\nx: "));

        assertFailing(poll(), "took longer than 2 seconds");
    }

    private static void drip(OutputStream out, String begin) throws IOException, InterruptedException {
        out.write(begin.getBytes(UTF_8));
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
        }
    }

    @Test
    void endsAServerThatSaysNothing() {
        server.at("/feed", (request, out) -> Thread.sleep(60_000));

        assertFailing(poll(), "sent nothing for 1 seconds");
    }

    @Test
    void endsABodyWithoutEnd() {
        server.at("/feed", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n<rss><channel>".getBytes(UTF_8));
            while (true) {
                out.write("<item><title>x</title></item>".getBytes(UTF_8));
            }
        });

        FeedStatus status = poll();

        assertFailing(status, "sent more than " + Polls.MOST_BYTES + " bytes");
        assertThat(status.bytes()).isLessThan(2L * Polls.MOST_BYTES);
    }

    @Test
    void endsHeadersWithoutEnd() {
        server.at("/feed", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("x: y\r\n".getBytes(UTF_8));
            }
        });

        assertFailing(poll(), "gave no answer that is HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, gzip"})
    void endsAGzipBomb(String encoding) throws IOException {
        byte[] bomb = gzip(new byte[50 * 1024 * 1024]);
        server.at("/feed", 200, "content-encoding: " + encoding + "\r\n",
                encoding.equals("gzip") ? bomb : gzip(bomb));

        FeedStatus status = poll();

        assertFailing(status, "sent more than " + Polls.MOST_BYTES + " bytes");
        assertThat(status.bytes()).isLessThan(Polls.MOST_BYTES);
    }

    @Test
    void readsCompressedFeeds() throws IOException {
        server.at("/feed", 200, "content-encoding: gzip\r\n", gzip(Rss.items(1, 2).getBytes(UTF_8)));

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(polls.published).hasSize(2);
    }

    @Test
    void readsFeedsInBrotli() {
        server.at("/feed", 200, "content-encoding: br\r\n", Base64.getDecoder()
                .decode("G2YAIIzS1PA1j9LKKyKaHPL7CQTaAmvvdItNQqMlCezXIC86xgHzpPt04+Cj7zF2jlCWI+ETMiW5OpTY7JX2LDX9fwRq"
                        + "32KH/3i0RhkEuAZXh5ADgC8h"));

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(server.asked().getLast().header("accept-encoding")).contains("gzip, deflate, br");
        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Packed tightly");
    }

    /** 53 bytes become 50 MiB, looking back 16. */
    @ParameterizedTest
    @ValueSource(strings = {"br", "br, gzip"})
    void endsABrotliBomb(String encoding) throws IOException {
        byte[] bomb = Base64.getDecoder()
                .decode("z///f/gnAOKxQCD3/p/////wTwDEYQGA7v0/////4Z8AiMMiAN37//z//8A/ARCHBQC69x8=");
        server.at("/feed", 200, "content-encoding: " + encoding + "\r\n",
                encoding.equals("br") ? bomb : gzip(bomb));

        assertFailing(poll(), "sent more than " + Polls.MOST_BYTES + " bytes");
    }

    @Test
    void failsWhereABodyIsNoBrotli() {
        server.at("/feed", 200, "content-encoding: br\r\n", "<rss><channel/></rss>");

        assertFailing(poll(), "not compressed as it says");
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        server.at("/feed", 200, "content-encoding: zstd\r\n", "xx");

        assertFailing(poll(), "in an encoding that it was not asked for");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsAFeedInAnotherCharsetThanItSays() {
        byte[] windows = Rss.of(Rss.item("g", "Café “Zum Löwen”", "x")).getBytes(Charset.forName("windows-1252"));
        server.at("/feed", 200, "content-type: application/rss+xml; charset=utf-8\r\n", windows);

        poll();

        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Café “Zum Löwen”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "image/png", ";;;"})
    void readsAFeedOfTheWrongContentType(String type) {
        server.at("/feed", 200, "content-type: " + type + "\r\n", Rss.items(1, 2));

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(polls.published).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/feed+json", "application/json", "text/plain", "application/rss+xml"})
    void readsAJsonFeedWhateverItIsSaidToBe(String type) {
        server.at("/feed", 200, "content-type: " + type + "\r\n",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"Tide\"}]}");

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(polls.published).extracting(RawArticle::headline).containsExactly("Tide");
    }

    @Test
    void saysThatAPageIsNoFeed() {
        server.at("/feed", 200, "content-type: application/rss+xml\r\n",
                "<!doctype html><title>Please log in</title><p>Log in</p>");

        assertFailing(poll(), "sent what is no feed: it must be RSS, Atom, JSON Feed or a news sitemap");
    }

    @Test
    void publishesTheItemsOfAFeedThatIsCutOff() {
        String whole = Rss.items(1, 3);
        server.at("/feed", 200, "", whole.substring(0, whole.indexOf("Text 1")));

        poll();

        assertThat(polls.published).extracting(RawArticle::headline).contains("Headline 3", "Headline 2");
    }

    @Test
    void triesAgainWhereTheConnectionEndsBeforeTheBody() {
        byte[] whole = Rss.items(1, 3).getBytes(UTF_8);
        server.at("/feed", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\ncontent-length: " + whole.length + "\r\n\r\n").getBytes(ISO_8859_1));
            out.write(Arrays.copyOf(whole, whole.length / 2));
        });

        assertFailing(poll(), "ended the connection before the answer was whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "[::1]", "inside.test"})
    void neverFollowsARedirectToAnInsideAddress(String inside) {
        polls.host("inside.test", "10.0.0.7");
        server.at("/feed", 302, "location: http://" + inside + ":" + server.port() + "/secret\r\n", "");
        server.at("/secret", 200, "", Rss.items(1, 1));

        FeedStatus status = poll();

        assertThat(status.error()).containsAnyOf("not on the public internet", "without an address");
        assertThat(server.asked()).extracting(ScriptedServer.Request::path).containsExactly("/feed");
        assertThat(polls.published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://feeds.test/", "gopher://feeds.test/", "http://",
            "jar:http://x"})
    void neverFollowsARedirectToAnotherScheme(String location) {
        server.at("/feed", 302, "location: " + location + "\r\n", "");

        assertThat(poll().error()).isEqualTo("redirects to what is no http or https address");
    }

    @Test
    void neverConnectsToAHostThatHasBecomeAnInsideOne() {
        polls.host("feeds.test", "127.0.0.1", "127.0.0.1", "127.0.0.2");
        server.at("/feed", 200, "", Rss.items(1, 1));
        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
        int before = server.requests.size();
        assertThat(polls.lookups).containsEntry("feeds.test", before);

        FeedStatus status = poll();

        assertThat(status.state()).isEqualTo(FeedHealth.FAILING);
        assertThat(status.error()).isEqualTo("leads to an address that is not on the public internet (127.0.0.2)");
        assertThat(server.requests).hasSize(before);
    }

    @Test
    void tellsWhereAFeedHasMovedForGoodAndLeavesItsItemsToTheNewAddress() {
        server.at("/feed", 301, "location: /new\r\n", "");
        server.at("/new", 308, "location: http://other.test:" + server.port() + "/newest\r\n", "");
        server.at("/newest", 302, "location: /today\r\n", "");
        server.at("/today", 200, "", Rss.items(1, 2));

        FeedStatus status = poll();

        assertThat(status.state()).isEqualTo(FeedHealth.MOVED);
        assertThat(status.movedTo()).contains("http://other.test:" + server.port() + "/newest");
        assertThat(status.nextPollAt()).isEmpty();
        assertThat(polls.published).isEmpty();
    }

    @Test
    void doesNotMoveAFeedToWhatIsNone() {
        server.at("/feed", 301, "location: /login\r\n", "");
        server.at("/login", 200, "", "<!doctype html><p>Log in</p>");

        assertFailing(poll(), "sent what is no feed");
    }

    @Test
    void doesNotAskWhatRobotsTxtForbids() {
        server.at("/robots.txt", 200, "", "User-agent: dateline\nDisallow: /feed\n\nUser-agent: *\nAllow: /\n");

        FeedStatus status = poll();

        assertFailing(status, "robots.txt forbids it");
        assertThat(server.asked()).isEmpty();
        assertThat(status.requests()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void doesNotAskWhereRobotsTxtCantBeHadForNow(int code) {
        server.at("/robots.txt", code, "", "");

        assertFailing(poll(), "robots.txt answered " + code);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void leavesAHostAloneAsLongAsItsRobotsTxtAsks() {
        server.at("/robots.txt", 429, "retry-after: 7200\r\n", "");
        for (int i = 0; i < 5; i++) {
            poll();
        }
        assertThat(polls.now).isAfter(Instant.parse("2026-11-05T11:00:00Z"));
        assertThat(server.requests).hasSize(1);
        server.at("/robots.txt", 404, "", "");
        server.at("/feed", 200, "", Rss.items(1, 1));

        assertThat(poll().state()).isEqualTo(FeedHealth.HEALTHY);
    }

    @Test
    void asksForRobotsTxtOnceADay() {
        server.at("/robots.txt", 200, "", "User-agent: *\nDisallow: /private\n");
        server.at("/feed", 200, "", Rss.items(1, 1));
        for (int i = 0; i < 10; i++) {
            poll();
        }

        assertThat(server.requests).filteredOn(request -> request.path().equals("/robots.txt")).hasSize(1);
    }
}
