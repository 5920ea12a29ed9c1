package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much of other readers' feeds is read right. */
class FeedScoreTest {
    private static final Path FEEDS = Path.of("../../shared/data/feeds");

    @ParameterizedTest
    @CsvSource({"parser/rss, 1.0", "parser/atom, 0.98", "translator/rss, 1.0", "translator/atom, 1.0",
            "translator/json, 1.0", "parser/json, 1.0", "extensions/dublincore, 0.86", "extensions/media, 1.0",
            "extensions/itunes, 1.0"})
    void expectedFieldsAreReadRight(String folder, double floor) throws IOException {
        Path files = FEEDS.resolve("gofeed/testdata").resolve(folder);
        assumeTrue(Files.isDirectory(files), () -> "skipped: there is no " + files);
        FeedScore score = score(files, FeedScore::ours);
        System.out.printf("gofeed %s: %d of %d expected fields right (%.3f); ROME %.3f%n%s%n", folder, score.right(),
                score.total(), score.share(), score(files, RomeReading::of).share(),
                String.join("\n", score.wrong()));
        assertThat(score.share()).isGreaterThanOrEqualTo(floor);
    }

    private static FeedScore score(Path files, FeedScore.Reader reader) throws IOException {
        FeedScore score = new FeedScore(reader);
        for (Path expectation : files(files, ".json")) {
            Optional<Path> feed = feedBeside(expectation);
            if (feed.isPresent()) {
                JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(expectation));
                score.add(expectation.getFileName().toString(), expected, feed.get());
            }
        }
        return score;
    }

    @ParameterizedTest
    @CsvSource({"rome, 0.95", "miniflux/internal/reader/parser, 1.0", "misc/mediacloud_rss-fetcher, 1.0"})
    void othersFeedsHaveItems(String folder, double floor) throws IOException {
        Path files = FEEDS.resolve(folder);
        assumeTrue(Files.isDirectory(files), () -> "skipped: there is no " + files);
        List<String> without = new ArrayList<>();
        int rome = 0;
        List<Path> feeds = Stream.concat(files(files, ".xml").stream(), files(files, ".rss").stream())
                .filter(file -> !file.toString().contains("opml")).toList();
        for (Path file : feeds) {
            rome += RomeReading.of(Files.readAllBytes(file)).filter(read -> !read.items().isEmpty()).isPresent()
                    ? 1
                    : 0;
            try {
                if (FeedReader.read(Files.readAllBytes(file), Optional.empty(), Optional.empty()).items().isEmpty()) {
                    without.add(file.getFileName() + ": no items");
                }
            } catch (UnreadableFeed e) {
                without.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        System.out.printf("%s: %d of %d feeds have items, for ROME %d; without: %s%n", folder,
                feeds.size() - without.size(), feeds.size(), rome, without);
        assertThat(1 - without.size() / (double) feeds.size()).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void hostileXmlNeitherExpandsNorReachesOutside() throws IOException {
        Path files = FEEDS.resolve("hostile_xml");
        assumeTrue(Files.isDirectory(files), () -> "skipped: there is no " + files);
        for (Path file : files(files, ".xml")) {
            String hostile = Files.readString(file);
            String feed = hostile + "<rss><channel><item><title>&a;&c;&ee;</title></item></channel></rss>";
            FeedDocument read = FeedReader.read(feed.getBytes(UTF_8),
                    Optional.empty(), Optional.empty());
            assertThat(read.items()).hasSize(1);
            assertThat(read.items().get(0).title().value()).hasSizeLessThan(20);
        }
    }

    private static Optional<Path> feedBeside(Path expectation) {
        String name = expectation.toString();
        return Stream.of(name.replace(".json", ".xml"), name.replace("_expected.json", ".json"))
                .filter(other -> !other.equals(name)).map(Path::of).filter(Files::exists).findFirst();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
