package news.dateline.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.RelatedItem;
import org.junit.jupiter.api.Test;
import news.dateline.contract.Dateline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
    private static final String FIRST = "Vellmar reopened after divers lifted the last of eleven sunken barges.";
    private static final String SECOND = "“We counted them twice,” said the harbour master, asleep on her feet.";

    private final Cleaner cleaner = new Cleaner();

    @Test
    void keepsOnlyTheArticlesOwnParagraphsOfAScrapedPage() {
        CleanText clean = cleaner.clean("", "text/plain", """
                Vellmar’s harbour opens again

                Vellmar’s harbour opens again

                Share


                %s

                VELLMAR, NORDMARK – MARCH 4: A crane lifts a barge on March 4, 2026 in Vellmar, Nordmark. The harbour \
                had been closed since January. (Photo by Ada Quill/Heron Images)

                Ada Quill | Heron News | Heron Images

                %s\u00a0\s


                Source

                Bakers of Ostwick give up the square loaf
                Business

                Bakers of Ostwick give up the square loaf

                A baker at work in Ostwick. Bo Lind | Heron | Heron Images The loaf has had its day […]

                Read More
                Museum lends its only whale
                World

                Museum lends its only whale

                It leaves on Friday by barge [...]

                Read More""".formatted(FIRST, SECOND));

        assertThat(clean.headline()).isEqualTo("Vellmar’s harbour opens again");
        assertThat(clean.body()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(clean.related())
                .containsExactly(
                        new RelatedItem(
                                "Bakers of Ostwick give up the square loaf",
                                Optional.of("Business"),
                                "A baker at work in Ostwick. Bo Lind | Heron | Heron Images The loaf has had its day"),
                        new RelatedItem(
                                "Museum lends its only whale",
                                Optional.of("World"),
                                "It leaves on Friday by barge"));
    }

    @Test
    void takesATeaserThatThePageBreaksOffIn() {
        CleanText clean = cleaner.clean("", "text/plain",
                "Harbour opens\n\n" + FIRST
                        + "\n\nSource\n\nMuseum lends its whale\nWorld\n\nMuseum lends its whale\n\nIt leav");

        assertThat(clean.body()).isEqualTo(FIRST);
        assertThat(clean.related()).extracting(RelatedItem::headline).containsExactly("Museum lends its whale");
    }

    @Test
    void keepsAWholeSentenceBelowATeaserInTheMiddle() {
        CleanText clean = cleaner.clean("Harbour opens", "text/plain",
                FIRST + "\n\nMuseum lends its whale\n\nIt leaves on Friday […]\n\nRead More\n\n" + SECOND);

        assertThat(clean.body()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(clean.related()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "text/plain; charset=utf-8", "application/x-unknown"})
    void keepsAnArticleOfOneParagraph(String mediaType) {
        assertThat(cleaner.clean("Harbour opens", mediaType, FIRST).body()).isEqualTo(FIRST);
    }

    @Test
    void takesALoneSentenceAsHeadlineAndAsBody() {
        CleanText clean = cleaner.clean("", "text/plain", FIRST);

        assertThat(clean.headline()).isEqualTo(FIRST);
        assertThat(clean.body()).isEqualTo(FIRST);
    }

    @Test
    void takesTheFirstSentenceAsHeadlineWhereAPageHasNone() {
        CleanText clean = cleaner.clean("", "text/plain", (FIRST + " " + SECOND + " ").repeat(4));

        assertThat(clean.headline()).isEqualTo(FIRST);
        assertThat(clean.body()).startsWith(FIRST + " " + SECOND);
    }

    @Test
    void keepsTheWordsOfACaptionWhereAPageHasNothingElse() {
        String body = cleaner.clean("A photo", "text/plain", FIRST + " (Photo by Ada Quill/Heron Images)").body();

        assertThat(body).isEqualTo(FIRST);
    }

    @Test
    void dropsTheHeadlineThatTheBodyRepeatsWithoutItsSuffix() {
        CleanText clean = cleaner.clean("Harbour opens - Vellmar Post", "text/plain", "Harbour opens\n\n" + FIRST);

        assertThat(clean.headline()).isEqualTo("Harbour opens - Vellmar Post");
        assertThat(clean.body()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {
            "Fish &amp; chips &#8216;safe&#8217;→Fish & chips ‘safe’",
            "'  Two\t words\n here '→Two words here",
            "Harbour opens - Vellmar Post→Harbour opens - Vellmar Post",
            "Harbour opens - Vellmar Post - Vellmar Post→Harbour opens - Vellmar Post",
            "Harbour opens | Post | Post | Post→Harbour opens | Post",
            "No - no - never→No - no - never"})
    void foldsTheHeadline(String given, String folded) {
        assertThat(cleaner.clean(given, "text/plain", FIRST).headline()).isEqualTo(folded);
    }

    @Test
    void joinsLinesThatWereWrappedAtOneWidth() {
        String wrapped = """
                The harbour of Vellmar reopened on Tuesday after divers lifted
                the last of eleven sunken barges, and the first ship to enter was
                a ferry that had waited outside since the winter storms with its
                crew on board.""";

        assertThat(cleaner.clean("Harbour opens", "text/plain", wrapped).body())
                .isEqualTo(wrapped.replace('\n', ' '));
    }

    @Test
    void takesEveryLineAsAParagraphOtherwise() {
        assertThat(cleaner.clean("Harbour opens", "text/plain", FIRST + "\r\n" + SECOND).body())
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void keepsAnEmptyTextEmpty() {
        assertThat(cleaner.clean("", "text/plain", " \n\n "))
                .isEqualTo(new CleanText("", "", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "KYIV, Ukraine (AP) — | KYIV, Ukraine | | AP", "New Delhi, April 18 (IANS) | New Delhi | April 18 | IANS",
            "BOWLING GREEN, Ky. - | BOWLING GREEN, Ky. | |", "March 4 (Reuters) - | | March 4 | Reuters",
            "SYDNEY: | SYDNEY | |", "DALLAS - | DALLAS | |", "LONDON – | LONDON | |"})
    void keepsTheDatelineApart(String written, String place, String date, String agency) {
        CleanText clean = cleaner.clean("Harbour opens", "text/plain", written + " " + FIRST);

        assertThat(clean.body()).isEqualTo(FIRST);
        assertThat(clean.dateline()).contains(new Dateline(Optional.ofNullable(place), Optional.empty(),
                Optional.ofNullable(date), Optional.ofNullable(agency)));
    }

    @ParameterizedTest
    @CsvSource({"Vellmar Post", "vellmarpost.example", "The Vellmar Post"})
    void cutsThePublisherOffTheHeadline(String publisher) {
        assertThat(cleaner.clean("Harbour opens - Vellmar Post", publisher, "text/plain", FIRST).headline())
                .isEqualTo("Harbour opens");
    }

    @ParameterizedTest
    @CsvSource({"The Vellmar Times, vtimes.example", "VPR, vpr.example", "Les Marées, lesmarees.example",
            "L'Écho.example, L'echo", "VTV News, Vtv.example", "Saltmarsh Morning Herald, www.smh.example.au",
            "Ведомости, vedomosti.example", "Чемпионат, championat.example",
            "РАДИО «КОРАБЕЛЬНАЯ ПРАВДА», radiokp.example",
            "Спорт Vellmar.example, vellmar.example", "Vellmar.example news - Vellmar.example, vellmar.example"})
    void cutsThePublisherHoweverItsSiteIsCalled(String suffix, String publisher) {
        assertThat(cleaner.clean("Harbour opens - " + suffix, publisher, "text/plain", FIRST).headline())
                .isEqualTo("Harbour opens");
    }

    @ParameterizedTest
    @ValueSource(strings = {" - Vellmar Post | vellmar post", " - Vellmar Post - vellmar post"})
    void aHeadlineWithPublishersNamesWithoutEndIsRead(String names) {
        String headline = "Harbour opens" + names.repeat(50_000);

        assertThat(cleaner.clean(headline, "Vellmar Post", "text/plain", FIRST).headline()).startsWith("Harbour opens");
    }

    @ParameterizedTest
    @CsvSource({"at last, Vellmar Post", "tides are to blame, tatb.example", "Sea Trials, sea-news.example",
            "the Harbour Master, thm-vellmar.example", "Путин, putevoditel.example"})
    void keepsADashThatHasNoPublisherBehindIt(String behind, String publisher) {
        assertThat(cleaner.clean("Harbour opens - " + behind, publisher, "text/plain", FIRST).headline())
                .isEqualTo("Harbour opens - " + behind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Th… [+120 chars]", "… [+120 chars]", "</li><… [+120 chars]", "</t…",
            "https://vellmar.example/img/quay.… [+120 chars]"})
    void dropsWhatACutLeaves(String end) {
        assertThat(cleaner.clean("Harbour opens", "text/plain", FIRST + "\n" + end).body()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The quay at dawn. (Photo: Ada Quill/Heron)", "The quay at dawn (Source: Express Harbour)",
            "The quay at dawn. (AP Photo/Ada Quill)"})
    void cutsACaptionThatAScraperRanTogetherWithTheText(String caption) {
        assertThat(cleaner.clean("Harbour opens", "text/plain", caption + FIRST).body()).isEqualTo(FIRST);
        assertThat(cleaner.clean("Harbour opens", "text/plain", "The crane (a gift)“is old”. " + FIRST).body())
                .startsWith("The crane (a gift)");
    }

    @Test
    void readsTagsThatStandInPlainText() {
        assertThat(
                cleaner.clean("", "text/plain", "Harbour opens\n\n" + FIRST + "\n<ul><li>One</li><li>Two &amp; a half")
                        .body())
                .isEqualTo(FIRST + "\n\nOne\n\nTwo & a half");
    }

    @Test
    void readsHtmlThatIsEscapedWithinHtml() {
        assertThat(cleaner.clean("Harbour opens", "text/html",
                "<p>" + FIRST + "</p><p>&lt;p&gt;Divers &lt;b&gt;lifted&lt;/b&gt; it.&lt;/p&gt;</p>").body())
                .isEqualTo(FIRST + "\n\nDivers lifted it.");
    }

    @Test
    void readsHtmlThatIsEscapedTwiceWithinHtml() {
        assertThat(cleaner.clean("Harbour opens", "text/html",
                "<div>&amp;lt;p&amp;gt;" + FIRST + "&amp;lt;/p&amp;gt;</div>").body()).isEqualTo(FIRST);
    }

    @Test
    void readsAPageThatIsEscapedWithinAPage() {
        assertThat(cleaner.clean("Harbour opens", "",
                List.of("<html><body><p>" + FIRST + "</p><p>Divers lifted it.</p></body></html>")).body())
                .isEqualTo(FIRST + "\n\nDivers lifted it.");
    }

    @Test
    void resolvesEntitiesOfPlainText() {
        assertThat(cleaner.clean("Harbour opens", "text/plain", "Quill &amp; Lind lifted the &quot;Ada&quot;.").body())
                .isEqualTo("Quill & Lind lifted the \"Ada\".");
    }

    @Test
    void summaryIsPlainTextWhateverItCameAs() {
        assertThat(cleaner.summary("<p>Divers &amp; cranes</p> <a href='x'>lifted</a> it.")).isEqualTo(
                "Divers & cranes lifted it.");
        assertThat(cleaner.summary("Ports < canals \uD83D")).isEqualTo("Ports < canals \uFFFD");
    }
}
