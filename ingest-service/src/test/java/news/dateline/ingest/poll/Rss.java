package news.dateline.ingest.poll;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds for tests. */
final class Rss {
    private Rss() {
    }

    static String item(String guid, String title, String text) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title
                + "</title><link>http://site.test/"
                + guid + "</link><description>" + text + "</description></item>";
    }

    static String of(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Courier</title>"
                + "<link>http://site.test/</link>" + String.join("", items) + "</channel></rss>";
    }

    static String items(int from, int to) {
        return of(IntStream.rangeClosed(from, to).mapToObj(number -> item("g" + number, "Headline " + number,
                "Text " + number)).collect(Collectors.toList()).reversed().toArray(String[]::new));
    }
}
