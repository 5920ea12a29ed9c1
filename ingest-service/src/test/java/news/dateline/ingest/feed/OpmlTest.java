package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static final Path FILES = Path.of("../../shared/data/feeds/opml");
    private static final Pattern NAMED = Pattern.compile("xmlUrl=\"(https?://[^\"]+)\"");

    private static List<Opml.Outline> read(String opml) {
        return Opml.read(opml.getBytes(UTF_8));
    }

    @Test
    void readsFeedsOfNestedOutlinesOnceEach() {
        assertThat(read("""
                <?xml version="1.0"?><opml version="2.0"><body><outline text="World">
                <outline type="rss" text="Courier" title="The Courier" xmlUrl="http://a.example/rss" language="en-GB"/>
                <outline type='rss' text='Tides &amp; Boats' XMLURL='http://b.example/?a=1&amp;b=2'/></outline>
                <outline text="Again" xmlUrl="http://a.example/rss"/></body></opml>""")).containsExactly(
                new Opml.Outline("http://a.example/rss", "The Courier", Optional.of("en-GB")),
                new Opml.Outline("http://b.example/?a=1&b=2", "Tides & Boats", Optional.empty()));
    }

    @Test
    void readsWhatCanBeReadOfAFileThatIsNotWellFormed() {
        assertThat(read("<opml><outline text=\"A & B <i>\" xmlUrl=\"http://a.example/?x=1&y=2\" />"
                + "<outline text=\"said \"so\" once\" xmlUrl=\"http://b.example/\"><outline xmlUrl=\"http://c.example/"))
                .extracting(Opml.Outline::url).containsExactly("http://a.example/?x=1&y=2", "http://b.example/");
    }

    @Test
    void leavesOutWhatIsNoWebAddress() {
        assertThat(read("<outline xmlUrl=\"file:///etc/passwd\"/><outline xmlUrl=\"\"/><outline/>")).isEmpty();
        assertThat(read("no outline at all")).isEmpty();
    }

    @Test
    void readsEveryFeedOfRealFiles() throws IOException {
        assumeTrue(Files.isDirectory(FILES), () -> "skipped: there is no " + FILES);
        long named = 0;
        long found = 0;
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".opml")).toList()) {
                named += NAMED.matcher(Files.readString(file)).results().map(url -> url.group(1)).distinct().count();
                found += Opml.read(Files.readAllBytes(file)).size();
            }
        }
        System.out.printf("OPML: %d of %d feeds found%n", found, named);
        assertThat(named).isPositive();
        assertThat(found).isGreaterThanOrEqualTo(named);
    }
}
