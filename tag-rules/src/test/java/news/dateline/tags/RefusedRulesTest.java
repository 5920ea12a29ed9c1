package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that could never work, or not in bounded time, is refused with the column and the reason. */
class RefusedRulesTest {
    private static final List<String> PIECES = List.of("har", "bo", " ", "*", "?", "~", "^", ":", "(", ")", "[", "]",
            "{",
            "}", "\"", "\\", "/", "+", "-", "!", "&&", "|", " AND ", " OR ", " NOT ", "TO", "headline:", "9", "0.5",
            "ü",
            "\ud83d\ude00", "\ud83d", "\u0000", "\u3000");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            harbour AND (strike           | 20 | ends too early
            harbour AND ) strike          | 13 | unexpected ')'
            storm "open phrase            | 7  | never closed
            *                             | 1  | at least 2 letters before a * or ?
            storm *bour                   | 7  | at least 2 letters before a * or ?
            storm h*                      | 8  | at least 2 letters before a * or ?
            body:?arbour                  | 6  | at least 2 letters before a * or ?
            h~2                           | 2  | at least 2 letters before a ~
            NOT harbour                   | 1  | asks for no word
            storm OR (-flood)             | 11 | asks for no word
            storm colour:red              | 7  | unknown field colour
            storm /ha(rb)+our/            | 7  | regular expressions are not taken
            storm [a TO z]                | 7  | ranges are not taken
            storm AND published:2020-5    | 21 | a day is 2026-11-03
            storm AND published:May       | 21 | a day is 2026-11-03
            "harbour strike"~5000         | 17 | at most 100 apart
            harbour and strike            | 9  | write AND in capitals, or "and" where the word is meant
            (harbour or                   | 10 | write OR in capitals
            storm "harb* strike"          | 12 | a * within quotation marks stands for nothing
            storm AND language:english    | 20 | a language is its ISO 639 code, such as en, not english
            storm AND language:en-GB      | 20 | not en-gb
            storm AND place:usa           | 17 | such as fr and us-ga, not usa
            storm AND home:France         | 16 | such as fr, not france
            """)
    void saysWhatIsWrongAndWhere(String query, int column, String reason) {
        assertThatThrownBy(() -> RuleBook.check(Rules.rule("r", query))).hasMessageContaining(reason)
                .asInstanceOf(type(InvalidRule.class))
                .satisfies(invalid -> assertThat(invalid.column()).hasValue(column));
    }

    static Stream<Arguments> boundless() {
        return Stream.of(
                Arguments.of("10,000 clauses",
                        IntStream.range(0, 10_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR ")),
                        "characters, more than 10000"),
                Arguments.of("2,000 short clauses",
                        IntStream.range(0, 2_000).mapToObj(Integer::toString)
                                .collect(Collectors.joining(" ")),
                        "too many"),
                Arguments.of("deep parentheses", "(".repeat(4_000) + "harbour" + ")".repeat(4_000),
                        "parentheses are more than 20 deep at column 21"),
                Arguments.of("a long phrase", '"' + "ha ".repeat(1_100) + '"', "words to look for, more than 1000"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boundless")
    void refusesWhatWouldCostTooMuch(String name, String query, String reason) {
        assertThatThrownBy(() -> RuleBook.check(Rules.rule("r", query))).isInstanceOf(InvalidRule.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusedRulesLeaveTheBookAsItWas() throws Exception {
        try (RuleBook book = new RuleBook()) {
            book.put(Rules.rule("r", "harbour"));

            assertThatThrownBy(() -> book.put(Rules.rule("r", "harbour AND ("))).isInstanceOf(InvalidRule.class);

            assertThat(book.rules().get("r").query()).isEqualTo("harbour");
        }
    }

    @Test
    void readsOrRefusesWhateverIsTyped() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            String query = "x" + random.ints(1 + random.nextInt(12), 0, PIECES.size()).mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            try (RuleBook book = new RuleBook()) {
                book.put(Rules.rule("r", query));
                assertThat(book.tags(Rules.article("harbour", "", "bo har"))).hasSizeLessThan(2);
            } catch (InvalidRule refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }
}
