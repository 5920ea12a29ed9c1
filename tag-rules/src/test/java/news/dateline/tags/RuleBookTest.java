package news.dateline.tags;

import news.dateline.contract.TextPart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.contract.TagLabel;
import news.dateline.contract.Mention;
import news.dateline.contract.TagRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private final RuleBook book = new RuleBook();

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void saysWhichWordsMatchedInTheOrderOfTheText() throws Exception {
        book.put(rule("ceasefire", "Ceasefire", "ceasefire OR truce", 3));

        List<TagLabel> tags = book.tags(article("Ceasefires hold", "The truce began on Monday."));

        assertThat(tags).containsExactly(new TagLabel("Ceasefire", "ceasefire", 3, List.of("Ceasefires", "truce"),
                List.of(new Mention(TextPart.HEADLINE, 0, 10), new Mention(TextPart.BODY, 4, 9)), Optional.empty(),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zurich                          | Snow in Zürich           | The city wakes.           | true
            minister                        | Ministers' row           | Nothing else.             | true
            "central bank"                  | Rates                    | The Central Bank's move.  | true
            "rate cut"~3                    | Rates                    | A rate was at last cut.   | true
            ukrain*                         | Ukrainian troops         | On the move.              | true
            exact:WHO                       | Who knows                | Nobody.                   | false
            exact:WHO                       | Advice                   | The WHO said so.          | true
            exact:"Boris Johnson"           | BORIS JOHNSON moves      | Nobody.                   | true
            exact:"Boris Johnson"           | Storm                    | BORIS Johnson's move.     | true
            exact:BORIS                     | BORIS JOHNSON moves      | Nobody.                   | true
            exact:Us                        | Storm over US            | Nobody.                   | false
            exact:"U.S"                     | Advice                   | The U.S. said so.         | true
            headline:harbour                | Storm                    | The harbour is closed.    | false
            body:harbour                    | Storm                    | The harbour is closed.    | true
            storm AND published:2026        | Storm                    | The harbour is closed.    | true
            storm AND published:2026-11     | Storm                    | The harbour is closed.    | true
            storm AND published:2026-11-03  | Storm                    | The harbour is closed.    | true
            storm AND published:2026-1*     | Storm                    | The harbour is closed.    | true
            storm AND published:2026-11-04  | Storm                    | The harbour is closed.    | false
            harbour AND strike              | Strike                   | At the harbour.           | true
            harbour AND NOT strike          | Strike                   | At the harbour.           | false
            language:en AND harbour         | Strike                   | At the harbour.           | true
            source:"quay post" AND strike   | Strike                   | At the harbour.           | true
            section:world AND strike        | Strike                   | At the harbour.           | true
            section:sport AND strike        | Strike                   | At the harbour.           | false
            language:fr AND strike          | Strike                   | At the harbour.           | false
            NOT storm AND strike            | Strike                   | At the harbour.           | true
            +strike -(storm flood)          | Strike                   | At the harbour.           | true
            x-ray                           | Strike                   | An X-ray of the harbour.  | true
            x-ray                           | Strike                   | A ray of X shape.         | false
            exact:AT&T                      | Strike at T              | Harbour closed.           | false
            harb?ur                         | Strike                   | At the harbour.           | true
            ha*ur                           | Strike                   | At the harbour.           | true
            harbuor~1                       | Strike                   | At the harbour.           | true
            "strike harbour"                | Strike                   | Harbour closed.           | false
            exact:"Strike Harbour"          | Strike                   | Harbour closed.           | false
            exact:"Strike Harbour"~50       | Strike                   | Harbour closed.           | false
            """)
    void readsQueriesAsEditorsWriteThem(String query, String headline, String body, boolean matches) throws Exception {
        book.put(rule("r", "T", query, 1));

        assertThat(book.tags(article(headline, body))).hasSize(matches ? 1 : 0);
    }

    @Test
    void takesTheNewVersionOfARule() throws Exception {
        book.put(rule("r", "T", "harbour", 1));
        book.put(rule("r", "T", "strike", 2));

        assertThat(book.tags(article("Harbour", ""))).isEmpty();
        assertThat(book.tags(article("Strike", ""))).extracting(TagLabel::ruleVersion).containsExactly(2);
    }

    @Test
    void forgetsARemovedRule() throws Exception {
        book.put(rule("r", "T", "harbour", 1));
        book.remove("r");

        assertThat(book.tags(article("Harbour", ""))).isEmpty();
        assertThat(book.rules()).isEmpty();
    }

    @Test
    void starterSetIsLargeValidAndComplete() throws Exception {
        List<TagRule> rules = StarterRules.all(Instant.EPOCH);
        book.putAll(rules);

        var ids = rules.stream().map(TagRule::ruleId).collect(Collectors.toSet());
        assertThat(rules).hasSizeGreaterThanOrEqualTo(250).hasSameSizeAs(ids);
        assertThat(rules.stream().map(TagRule::parent).flatMap(Optional::stream)).allMatch(ids::contains);
    }

    private static TagRule rule(String id, String tag, String query, int version) {
        return new TagRule(1, id, version, tag, query, Optional.empty(), Optional.empty(), "", "", Instant.EPOCH);
    }

    private static TaggableArticle article(String headline, String body) {
        return new TaggableArticle(headline, "", body, "en", "Quay Post", "", Rules.PUBLISHED, List.of("World"),
                List.of());
    }
}
