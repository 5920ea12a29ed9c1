package news.dateline.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import org.junit.jupiter.api.Test;

class PageArticleTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-14T10:00:00Z");
    private static final String PAGE = "<!doctype html><html lang=en><title>Lamp relit - Harbour Courier</title>"
            + "<meta property=og:site_name content='Harbour Courier'><meta name=author content='Ada Quill'>"
            + "<meta property=article:published_time content='2026-11-13T18:05:00Z'>"
            + "<p>The lens at Skerry Point turned again on Friday, thirty-one years after it was switched off.</p>";

    private static RawArticle raw(String mediaType, String text, String headline, List<String> bylines,
            Optional<Instant> publishedAt) {
        return new RawArticle(RawArticle.SCHEMA_VERSION, "0".repeat(32), Optional.empty(), Optional.empty(),
                Source.UNKNOWN,
                headline, "", new Content(mediaType, text), bylines, Declared.NOTHING, Optional.empty(),
                PublicationStatus.USABLE, publishedAt, Optional.empty(), RECEIVED);
    }

    @Test
    void fillsWhatWasNotGiven() {
        RawArticle filled = PageArticle
                .of(raw("text/html", PAGE, "Lamp relit - Harbour Courier", List.of(), Optional.empty())).orElseThrow()
                .raw();

        assertThat(filled.headline()).isEqualTo("Lamp relit");
        assertThat(filled.source().name()).isEqualTo("Harbour Courier");
        assertThat(filled.bylines()).containsExactly("Ada Quill");
        assertThat(filled.declared().language()).contains("en");
        assertThat(filled.publishedAt()).contains(Instant.parse("2026-11-13T18:05:00Z"));
    }

    @Test
    void keepsWhatWasGiven() {
        RawArticle filled = PageArticle.of(raw("text/html", PAGE, "Another headline", List.of("Bo Lind"),
                Optional.of(Instant.EPOCH))).orElseThrow().raw();

        assertThat(filled.headline()).isEqualTo("Another headline");
        assertThat(filled.bylines()).containsExactly("Bo Lind");
        assertThat(filled.publishedAt()).contains(Instant.EPOCH);
    }

    @Test
    void leavesOutATimeThatIsStillToCome() {
        String late = PAGE.replace("2026-11-13", "2036-11-13");

        assertThat(PageArticle.of(raw("text/html", late, "", List.of(), Optional.empty())).orElseThrow().raw()
                .publishedAt())
                .isEmpty();
    }

    @Test
    void isNoPageWhereAnArticlesOwnMarkupOrPlainTextCame() {
        assertThat(PageArticle.of(raw("text/html", "<p>It turns.</p>", "x", List.of(), Optional.empty()))).isEmpty();
        assertThat(PageArticle.of(raw("text/plain", PAGE, "x", List.of(), Optional.empty()))).isEmpty();
    }
}
