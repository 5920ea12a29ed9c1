package news.dateline.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final String FIRST = "The lens at Skerry Point turned again on Friday, thirty-one years after it was switched off, volunteers said.";
    private static final String SECOND = "Forty of them had worked on it for two winters, in a shed that the harbour office lent them for nothing.";
    private static final String BODY = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";
    private static final String TEASERS = "<ul><li><a href=/1>Ferry sails again after the long strike of the crews</a></li>"
            + "<li><a href=/2>Council votes for the new breakwater at last</a></li></ul>";

    private static Page read(String html) {
        return PageReader.read(html, Optional.of("https://example.org/region/lamp"));
    }

    private static Page page(String head, String body) {
        return read("<!doctype html><html lang=en-GB><head>" + head + "</head><body>" + body + "</body></html>");
    }

    @Test
    void leavesOutWhatStandsAroundTheArticle() {
        Page page = page("", "<header><nav>" + TEASERS
                + "</nav></header><main><h1>Lamp relit</h1><div class=byline>By Ada Quill</div>"
                + "<div class=share-bar>Share this</div>" + BODY + "<div class=related-stories><h3>More</h3>" + TEASERS
                + "</div></main><section id=comments><p>" + "I was there and it was a grand sight to see. ".repeat(3)
                + "</p></section><footer>All rights reserved</footer>");

        assertThat(page.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(page.headline()).isEqualTo("Lamp relit");
        assertThat(page.bylines()).containsExactly("Ada Quill");
    }

    @Test
    void keepsListsHeadingsAndQuotationsOfTheArticle() {
        Page page = page("", "<article>" + BODY + "<h2>What it needs</h2><ul><li>Oil</li><li>Two bulbs</li></ul>"
                + "<blockquote>It turns.</blockquote>" + BODY + "</article>");

        assertThat(page.paragraphs()).containsExactly(FIRST, SECOND, "What it needs", "Oil", "Two bulbs", "It turns.",
                FIRST, SECOND);
    }

    @Test
    void findsParagraphsThatAreOnlyBrokenLines() {
        assertThat(page("", "<div>" + FIRST + "<br><br>" + SECOND + "</div>").paragraphs()).containsExactly(FIRST,
                SECOND);
    }

    @Test
    void findsAnArticleInWhatLooksLikeAnAside() {
        assertThat(page("", "<div class='sidebar popup'>" + BODY + "</div>").paragraphs()).containsExactly(FIRST,
                SECOND);
    }

    @Test
    void findsAnArticleThatIsHiddenUntilAScriptShowsIt() {
        assertThat(page("", "<nav>" + TEASERS + "</nav><div style='display:none'>" + BODY + "</div>").paragraphs())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void takesTheTextForMachinesWhereThePageHasAnother() {
        String body = (FIRST + "\\n" + SECOND + "\\n").repeat(3);
        Page page = page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body
                + "\"}</script>",
                "<p>Please turn on JavaScript to read this page, or come back with another browser.</p>");

        assertThat(page.paragraphs()).hasSize(6).startsWith(FIRST, SECOND);
    }

    @Test
    void readsFieldsFromLinkedDataFirst() {
        Page page = page(
                """
                        <script type="application/ld+json">
                        {"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Harbour Courier"},
                         {"@type":["Article","NewsArticle"],"headline":"Lamp relit","author":[{"@type":"Person","name":"Ada Quill"},
                          {"name":"Bo Lind"}],"publisher":{"@id":"#o"},"datePublished":"2026-11-13T19:05:00+01:00",
                          "dateModified":"2026-11-14T08:30:12.250+0100","url":"https://example.org/ld"}]}</script>
                        <meta property="og:title" content="Other"><meta name="author" content="Other">
                        <meta property="article:published_time" content="2020-01-01"><link rel=canonical href="/region/lamp?a=1">""",
                BODY);

        assertThat(page.headline()).isEqualTo("Lamp relit");
        assertThat(page.bylines()).containsExactly("Ada Quill", "Bo Lind");
        assertThat(page.siteName()).isEqualTo("Harbour Courier");
        assertThat(page.publishedAt()).contains(Instant.parse("2026-11-13T18:05:00Z"));
        assertThat(page.updatedAt()).contains(Instant.parse("2026-11-14T07:30:12.250Z"));
        assertThat(page.url()).contains("https://example.org/region/lamp?a=1");
        assertThat(page.language()).contains("en-GB");
    }

    @Test
    void readsFieldsFromMetaElementsAndMicrodata() {
        Page page = page(
                "<title>Lamp relit | Harbour Courier</title><meta property=og:site_name content='Harbour Courier'>"
                        + "<meta name=author content='Ada Quill'>",
                "<div itemscope><time itemprop=datePublished datetime=2026-11-13></time>"
                        + BODY + "</div>");

        assertThat(page.headline()).isEqualTo("Lamp relit");
        assertThat(page.bylines()).containsExactly("Ada Quill");
        assertThat(page.siteName()).isEqualTo("Harbour Courier");
        assertThat(page.publishedAt()).contains(Instant.parse("2026-11-13T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-13T19:05:00+01:00              | 2026-11-13T18:05:00Z
            2026-11-13 19:05:00 -0500              | 2026-11-14T00:05:00Z
            2026-11-13T19:05                       | 2026-11-13T19:05:00Z
            Fri, 13 Nov 2026 19:05:00 GMT          | 2026-11-13T19:05:00Z
            Published November 13, 2026, 7:05 p.m. EST | 2026-11-14T00:05:00Z
            13. November 2026                      | 2026-11-13T00:00:00Z
            13 de noviembre de 2026                | 2026-11-13T00:00:00Z
            1794596700                             | 2026-11-13T19:05:00Z
            20261113                               | 2026-11-13T00:00:00Z
            Stand: 13.11.2026, 19:05 Uhr           | 2026-11-13T19:05:00Z
            2026年11月13日(金) 19時05分               | 2026-11-13T19:05:00Z
            입력 2026.11.13 19:05                   | 2026-11-13T19:05:00Z
            13 نوفمبر 2026                         | 2026-11-13T00:00:00Z
            13 नवंबर 2026                           | 2026-11-13T00:00:00Z
            13 ноября 2026 19:05                   | 2026-11-13T19:05:00Z
            13. marraskuuta 2026                   | 2026-11-13T00:00:00Z
            """)
    void readsTimesAsPagesWriteThem(String text, String time) {
        assertThat(PageTime.read(text)).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-45", "31 June 2026", "0000-00-00", "99999999999999999999"})
    void readsNoTimeOutOfAnythingElse(String text) {
        assertThat(PageTime.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By Ada Quill and Bo Lind | Ada Quill;Bo Lind
            Written by: Ada Quill • 3 min read | Ada Quill
            Von Ada Quill, Bo Lind   | Ada Quill;Bo Lind
            https://example.org/ada  | ''
            Автор: Иван Петров       | Иван Петров
            作者：王小明              | 王小明
            김철수 기자               | 김철수
            بقلم: أحمد علي، منى سعيد | أحمد علي;منى سعيد
            Written by Ada Quill Edited by Bo Lind | Ada Quill
            """)
    void readsNamesOutOfACredit(String line, String names) {
        assertThat(String.join(";", Bylines.ofLine(line))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Lamp relit                  ; Harbour Courier
            港の灯台、31年ぶりに点灯      ; 港新聞デジタル
            港口灯塔时隔三十一年再次点亮  ; 海港新闻网
            منارة الميناء تضيء من جديد  ; صحيفة الميناء
            ประภาคารกลับมาส่องแสงอีกครั้ง  ; ข่าวท่าเรือ
            """)
    void headingThatItsTitleRepeatsIsTheHeadlineInEveryScript(String headline, String site) {
        String body = "<h1>" + site + "</h1><h1>" + headline + "</h1>" + BODY;

        assertThat(page("<title>" + headline + " | " + site + "</title>", body).headline()).isEqualTo(headline);
        assertThat(page("<title>" + headline + "_" + site + "</title>", body).headline()).isEqualTo(headline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"港の灯台が三十一年ぶりに点灯した。ボランティアの四十人がなおした。", "항구의 등대가 서른한 해 만에 다시 켜졌다고 봉사자들이 밝혔다.",
            "港口灯塔时隔三十一年再次点亮，四十名志愿者花了两个冬天修复。", "أضاءت منارة الميناء من جديد يوم الجمعة بعد واحد وثلاثين عاما من الظلام.",
            "Маяк в порту снова зажёгся в пятницу, через тридцать один год, сообщили волонтёры."})
    void paragraphsAreFoundInEveryScript(String paragraph) {
        Page page = page("", "<nav>" + TEASERS + "</nav><div><div>" + paragraph + "<br><br>" + paragraph
                + "</div><div class=related-stories>" + TEASERS + "</div></div>");

        assertThat(page.paragraphs()).containsExactly(paragraph, paragraph);
    }

    @Test
    void keepsAListOfTheArticleInWhichSomeWordsAreLinks() {
        Page page = page("",
                "<article>" + BODY + "<ul><li>When was it last lit?</li><li>Who <a href=/1>lit</a> it?</li>"
                        + "<li>Where is the oil?</li></ul>" + BODY + "</article>");

        assertThat(page.paragraphs()).contains("When was it last lit?", "Who lit it?", "Where is the oil?");
    }

    @Test
    void tellsAPageFromAnArticlesOwnMarkup() {
        assertThat(PageReader.isWhole("\uFEFF<!-- saved --><!DOCTYPE html><title>x</title>")).isTrue();
        assertThat(PageReader.isWhole("<HTML lang=en>")).isTrue();
        assertThat(PageReader.isWhole("<p>The <b>body</b> of a <htmlish> text</p>")).isFalse();
        assertThat(PageReader.isWhole("<header>Lamp</header><p>It turns.</p>")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "<html><body><script>x</script>",
            "<!doctype html><frameset><frame></frameset>"})
    void findsNothingWherePagesSayNothing(String html) {
        Page page = PageReader.read(html, Optional.empty());

        assertThat(page.headline()).isEmpty();
        assertThat(page.paragraphs()).isEmpty();
    }
}
