package news.dateline.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphRulesTest {
    private static final String BEFORE = "The harbour of Vellmar reopened on Tuesday after a week of work by divers.";
    private static final String AFTER = "The first ship to enter was a ferry that had waited since the winter storms.";

    private final Cleaner cleaner = new Cleaner();

    @ParameterizedTest
    @ValueSource(strings = {
            "Share", "Share this article", "Facebook Twitter WhatsApp Email", "Share on Facebook | Tweet", "Source",
            "Advertisement", "Story continues below advertisement", "Subscribe to our newsletter",
            "Sign up for our daily newsletter and get the best of Vellmar in your inbox.",
            "Get all the latest news on harbours and more delivered daily to your inbox. Sign up here.",
            "We use cookies to improve your experience. Accept or manage them in your settings.",
            "This website uses cookies.", "Read more: Ten ports that never freeze", "Also Read | Why ferries are white",
            "ALSO READ: Why ferries are white", "Related: Barges, explained", "READ: Council votes on a new quay",
            "Click here to read the whole report", "Follow us on Facebook and Instagram", "Follow @vellmar on Twitter",
            "Like Vellmar Post on Facebook", "(Reporting by Ada Quill in Vellmar; editing by Bo Lind)",
            "(Reporting by Ada Quill)", "Reporting by Ada Quill in Vellmar; Additional reporting by Bo Lind",
            "Additional reporting by Bo Lind in Ostwick", "Our Standards: The Vellmar Principles",
            "© 2026 Vellmar Post. All rights reserved.", "Copyright 2026 Vellmar Post", "Copyright © 2026",
            "This material may not be published, broadcast, rewritten or redistributed.",
            "By Ada Quill", "By Ada Quill and Bo Lind", "By: Harbour Desk | Vellmar |", "Written by Ada Quill",
            "By Ada Quill - March 4, 2026, 9:42 AM CDT", "Updated: March 4, 2026 6:53:03 pm",
            "HNA | Updated: Mar 04, 2026 11:03 IST", "PUBLISHED: 14:57 4 March 2026 | UPDATED: 15:35 4 March 2026",
            "March 4, 2026", "9:40AM March 4, 2026", "March 4, 2026, 3:48 PM ·", "Published", "5 min read",
            "https://vellmar.example/logo.png", ".", "—", "/", "Key points:",
            "Media playback is unsupported on your device", "Sign in to report inappropriate content.",
            "» Subscribe to Vellmar TV: http://vellmar.example/tv", "Also Read - Why ferries are white",
            "Lire aussi : Pourquoi les ferries sont blancs", "Nous utilisons des cookies pour vous.",
            "With inputs from agencies", "A version of this story appeared in the Vellmar Letter.",
            "Share this article: Facebook, Twitter, Reddit, Pinterest, Tumblr", "Topics: Ada Quill, harbours, Nordmark",
            "Tags: Harbours, Nordmark, Barges", "By Ada Quill, Harbour Office correspondent in Vellmar",
            "Ada Quill, Harbour Editor", "Enter your email address",
            "Harbour Press writers Ada Quill in Vellmar and Bo Lind in Ostwick contributed to this report.",
            "This story has been published from a wire agency feed without modifications to the text.",
            "Download the Vellmar Post app from the App Store or Google Play for Android.",
            "We will use your details to send you newsletters about harbours and barges."})
    void dropsWhatAPublisherPutsAroundAnArticle(String paragraph) {
        assertThat(bodyWith(paragraph)).isEqualTo(BEFORE + "\n\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Related articles\n\nWhy ferries are white\n\nPresident of Nordmark visits Ostwick",
            "More on this story\n\nTen ports that never freeze\n\n2 hours ago\n\nWho paid for the quay?\n\n3 hours ago",
            "Recommended stories\n\nlist of 2 items\n\nWhy ferries are white\n\nend of list",
            "By Ada Quill\nHarbour correspondent, Vellmar News, Ostwick"})
    void dropsWhatStandsBelowAHeadingOrAName(String lines) {
        assertThat(bodyWith(lines)).isEqualTo(BEFORE + "\n\n" + AFTER);
    }

    @Test
    void keepsWhatWasCutShortBelowAHeading() {
        assertThat(cleaner
                .clean("Vellmar", "text/plain", BEFORE + "\n\nRelated news\n\nThe latest barge was li… [+130 chars]")
                .body())
                .isEqualTo(BEFORE + "\n\nThe latest barge was li…");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Download figures fell at the harbour office, whose app is gone from the shops.",
            "Nordmark contributed to this report on harbours.", "Topics of the day are barges and divers.",
            "Ada Quill, the editor, was on the quay.", "Harbour correspondent wanted",
            "Top stories are told on the quay"})
    void keepsWhatOnlyLooksLikeIt(String paragraph) {
        assertThat(bodyWith(paragraph)).isEqualTo(BEFORE + "\n\n" + paragraph + "\n\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Getty Images", "Ada Quill | Afp | Getty Images", "Ada Quill/Heron Images", "Ada Quill via Getty Images",
            "AP Photo/Ada Quill", "Reuters/Ada Quill", "Photograph: Ada Quill/Heron", "Image: Harbour Office",
            "Photo by Ada Quill", "Photo credit: Ada Quill", "Image copyrightHarbour OfficeImage caption",
            "Image copyright Harbour Office", "(Photo by Ada Quill)", "The quay at dawn. (AP Photo/Ada Quill)",
            "A crane lifts a barge in Vellmar, Nordmark March 4, 2026. REUTERS/Ada Quill/File Photo",
            "The quay at dawn (Picture: Getty)", "The quay at dawn. (Image courtesy: quill)",
            "The quay at dawn (Credits: Heron/Ada Quill)", "The quay at dawn. (Image credit: Harbour Office)",
            "VELLMAR, NORDMARK - MARCH 04: A crane lifts a barge out of the water.",
            "Picture copyrightHarbour Office", "The mayor stood on the quay. Photo: Ada Quill",
            "The harbour in March. Copyright: Harbour Office", "“It was cold,” said the diver. © Getty",
            "Divers go down for the third time. (Ada Quill/Getty Images)",
            "The crane at work on Tuesday. Credit: Heron Pictures", "The crane at work on Tuesday. (c) Reuters",
            "The crane at work on Tuesday. (Ada Quill/Reuters)", "The crane at work on Tuesday. REUTERS/Ada Quill",
            "The crane at work on Tuesday. (AFP/Ada Quill)", "The crane at work on Tuesday.Photograph: Ada Quill"})
    void dropsCaptionsAndCredits(String paragraph) {
        assertThat(bodyWith(paragraph)).isEqualTo(BEFORE + "\n\n" + AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "No.", "“Never.”", "Why?", "Facebook", "The Post reads: nobody was hurt.",
            "Source close to the harbour said the barges were empty.",
            "Share prices fell on Tuesday.", "Read the room, said the mayor.", "Related costs rose by a tenth.",
            "A photo by Ada Quill shows the crane, the mayor told Getty Images.",
            "In the photo, the mayor stands on the quay.", "Image is everything in Vellmar.",
            "Follow the money, the auditor wrote.", "Sign up for the swim closed on Monday.",
            "Subscribe to the view that barges sink and you will be right.",
            "“We use cookies as bait,” the fisherman said.",
            "Reporting by the harbour board found no fault.",
            "Editing by committee, she said, is how quays are built, and it "
                    + "took the committee eleven years of meetings in four towns to settle on the colour of a bollard, "
                    + "which was grey in the end, as it had been when they first sat down.",
            "Copyright law does not cover barges.", "Watch: that was all he said.",
            "The deal (Reuters had the figures) fell through.",
            "Reuters and AP had reported the closure.", "Cookies are sold on the quay.",
            "The museum’s picture (a gift of the crown) hangs in the hall.", "More than 40 ships waited.",
            "More: that is what the council wants.", "Click, clack: the crane was at work.",
            "By noon the quay was full.", "By Tuesday, the last barge was out",
            "Written in 1911, the song is sung still.",
            "Updated plans for the quay, published on 4 March 2026, show a crane.", "May 4 was a cold day.",
            "Subscribe, they say, and http://vellmar.example will send you the whole tide table of the coming year, "
                    + "with the moon’s phases and the ferries’ hours in it.",
            "Image rights were sold.", "The photo: it hangs in the hall.", "x < y and y > z, the clerk wrote.",
            "He gave the crew credit: they had worked all night."})
    void keepsTheArticlesOwnParagraphs(String paragraph) {
        assertThat(bodyWith(paragraph)).isEqualTo(BEFORE + "\n\n" + paragraph + "\n\n" + AFTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "LONDON (Reuters) - ", "'KYIV, Ukraine (AP) — '", "NEW YORK/LOS ANGELES (Reuters) – ", "(Reuters) - ",
            "(CNN)",
            "(CNN) — ", "'Douala, Cameroon (CNN)'", "'New Delhi, April 18 (IANS) '", "'BEIJING, May 11 (Xinhua) -- '",
            "'LOS ANGELES — '", "'BOWLING GREEN, Ky. - '", "'ARLINGTON, Texas -- '", "Washington (AFP) - ",
            "'March 4 (Reuters) - '", "'LONDON: '", "'New Delhi: '", "'HARBOUR COUNTY, Fla. (WABC) -- '",
            "'MINNEAPOLIS (WCCO) — '"})
    void removesTheDatelineOfTheFirstParagraph(String dateline) {
        assertThat(cleaner.clean("Harbour opens", "text/plain", dateline + BEFORE).body()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "NASA - which has no harbour - sent its wishes.", "The Associated Press (AP) reported the closure.",
            "The Associated Press (AP) - Norway’s guest that day - was shown round.",
            "BREAKING — The harbour is closed.",
            "TRANSFERTS - Après trois saisons, il part.", "QUILL: We will lift it.", "Verdict: Nobody is to blame.",
            "The Harbour (HBR) - Vellmar’s oldest - is shut.", "COVID-19 — Ships must wait outside.",
            "Ferries (CNN has counted them) are late."})
    void keepsABeginningThatIsNoDateline(String paragraph) {
        assertThat(cleaner.clean("Harbour opens", "text/plain", paragraph).body()).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @ValueSource(strings = {" [+1234 chars]", " (Reporting by Ada Quill; Editing by Bo Lind)",
            " [Reporting by Ada Quill.]"})
    void cutsMarksAndCreditsOffTheEnd(String tail) {
        assertThat(cleaner.clean("Harbour opens", "text/plain", BEFORE + tail).body()).isEqualTo(BEFORE);
    }

    private String bodyWith(String paragraph) {
        return cleaner.clean("Harbour opens", "text/plain", BEFORE + "\n\n" + paragraph + "\n\n" + AFTER).body();
    }
}
