package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressSectionsTest {
    @Test
    void firstFolderThatNamesASectionIsTheLabel() {
        assertThat(AddressSections.label("https://paper.example/news/world/europe/a-story")).contains("World");
        assertThat(AddressSections.label("https://paper.example/sport/politics-of-golf")).contains("Sports");
        assertThat(AddressSections.label("https://politics.paper.example/2020/story")).contains("Politics");
    }

    @Test
    void lastPartIsTheStoryAndTellsNoSection() {
        assertThat(AddressSections.label("https://paper.example/world")).isEmpty();
        assertThat(AddressSections.label("https://paper.example/2020/05/music")).isEmpty();
    }

    @Test
    void whatIsNoAddressHasNoSection() {
        assertThat(AddressSections.label("not an address")).isEmpty();
        assertThat(AddressSections.label("mailto:a@b.example")).isEmpty();
        assertThat(AddressSections.label("")).isEmpty();
    }
}
