package news.dateline.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.RelatedItem;
import org.junit.jupiter.api.Test;

/** The real scraped page, which lies outside the repository; without it this is skipped. */
class ScrapedPageTest {

    @Test
    void keepsTheArticleAndPutsTheTeasersApart() throws IOException {
        String page = Files.readString(page());

        CleanText clean = new Cleaner().clean("", "text/plain", page);

        List<String> lines = page.lines().map(SafeText::strip).toList();
        List<String> paragraphs = List.of(clean.body().split("\n\n", -1));
        assertThat(clean.headline()).isEqualTo(lines.getFirst());
        assertThat(paragraphs).hasSize(12).isSubsetOf(lines).doesNotContain(clean.headline());
        assertThat(clean.body())
                .doesNotContain("Photo by", "Getty Images", "Read More", "Source", "[…]", "ANCHORAGE")
                .startsWith("The high-stakes summit")
                .contains("“profound,”");
        assertThat(clean.related()).hasSize(3).allSatisfy(item -> {
            assertThat(item.section()).isEqualTo(Optional.of("World"));
            assertThat(item.summary()).isNotBlank().doesNotContain("[…]");
            assertThat(lines).contains(item.headline());
        });
        assertThat(clean.related()).extracting(RelatedItem::headline).doesNotHaveDuplicates();
    }

    private static Path page() {
        Path here = Path.of(System.getProperty("user.dir"));
        Optional<Path> page = Stream.of("../shared/data", "../../shared/data")
                .map(data -> here.resolve(data).resolve("articles/000_9f49829275a7b774.txt"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(page.isPresent(), "skipped: ../shared/data/articles is not beside the repository");
        return page.orElseThrow();
    }
}
