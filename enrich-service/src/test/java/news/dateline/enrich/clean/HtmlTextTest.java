package news.dateline.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
    private final Cleaner cleaner = new Cleaner();

    @Test
    void keepsParagraphsHeadingsListsAndQuotationsAsParagraphs() {
        assertThat(body("<p>The harbour is <b>open</b>.</p><h2>Why now</h2><ul><li>Ice</li><li>Barges</li></ul>"
                + "<blockquote>At last.</blockquote>tail text"))
                .isEqualTo("The harbour is open.\n\nWhy now\n\nIce\n\nBarges\n\nAt last.\n\ntail text");
    }

    @Test
    void dropsWhatIsNoText() {
        assertThat(body("""
                <nav>Home News</nav><p>One.</p><figure><img src=x><figcaption>A crane</figcaption></figure>
                <aside>Most read</aside><form><p>Vote</p></form><script>var a = 1;</script><style>p {}</style>
                <button>Play</button><noscript>No script</noscript><p hidden>Hidden</p><p>Two.</p>"""))
                .isEqualTo("One.\n\nTwo.");
    }

    @Test
    void splitsAtTwoLineBreaksAndNotAtOne() {
        assertThat(body("One<br>line.<br> <br/>Two.<br>&nbsp;<br>Three.")).isEqualTo("One line.\n\nTwo.\n\nThree.");
    }

    @Test
    void decodesEntitiesOnce() {
        assertThat(body("<p>Fish &amp; chips &mdash; &ldquo;good&rdquo; &amp;lt;b&amp;gt;</p>"))
                .isEqualTo("Fish & chips — “good” &lt;b&gt;");
    }

    @Test
    void takesTheFirstHeadingWhereThereIsNoHeadline() {
        CleanText clean = cleaner.clean("", "text/html; charset=utf-8",
                "<html><head><title>Post</title></head><body><h1>Harbour\n opens</h1><p>It is open.</p></body></html>");

        assertThat(clean.headline()).isEqualTo("Harbour opens");
        assertThat(clean.body()).isEqualTo("It is open.");
    }

    @Test
    void removesBoilerplateFromHtmlAsFromText() {
        assertThat(body("<p>LONDON (Reuters) - It is open.</p><p>Read more: <a href='/x'>Barges</a></p>"))
                .isEqualTo("It is open.");
    }

    @Test
    void readsMarkupThatIsNotClosed() {
        assertThat(body("<p>One.<p>Two <b>bold<p>Three.</div></table>")).isEqualTo("One.\n\nTwo bold\n\nThree.");
    }

    @Test
    void readsTheBeginningOfHtmlThatIsNothingButTags() {
        String html = "<p>It is open.</p>" + "<p>".repeat(2 * TagLimit.MOST_TAGS) + "Late.";

        assertThat(body(html)).isEqualTo("It is open.");
    }

    private String body(String html) {
        return cleaner.clean("Harbour opens", "text/html", html).body();
    }
}
