package news.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <https://hub.example/>; rel="hub"                                      | https://hub.example/
            <https://a.example/>; rel=self, <https://hub.example/>; rel=hub        | https://hub.example/
            <https://a.example/?b=1,2;c>; rel=self,<https://hub.example/>;REL=Hub  | https://hub.example/
            <https://a.example/>; title="x, <y>; rel=hub"; rel=self, </hub>; rel="next hub" | /hub
            """)
    void findsTheTargetOfARelation(String links, String target) {
        assertThat(LinkHeader.target(links, "hub")).contains(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://hub.example/; rel=hub
            <https://hub.example/; rel=hub
            <https://hub.example/>
            <https://hub.example/>; rel=hubs
            <https://hub.example/>; title="rel=hub
            """)
    void findsNoneWhereThereIsNone(String links) {
        assertThat(LinkHeader.target(links, "hub")).isEmpty();
    }

    @Test
    void findsNoneInNothing() {
        assertThat(LinkHeader.target("", "hub")).isEmpty();
    }
}
