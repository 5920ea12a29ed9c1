package news.dateline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Asks the read API. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "Searches the stored articles, newest first.", footer = {
        "", "Example:", "  dateline search ceasefire --section World --tag Ukraine --from 7d --limit 5"})
final class SearchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "words, \"a phrase\", -not; without any: the newest articles")
    private List<String> words = List.of();

    @Option(names = "--section", paramLabel = "S", description = "only this section; repeatable")
    private List<String> sections = List.of();

    @Option(names = "--tag", paramLabel = "T", description = "only this tag; repeatable")
    private List<String> tags = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "only this language, such as en")
    private Optional<String> language = Optional.empty();

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "published at or after this time: 24h, 7d, a date or a time")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "published before this time")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "at most this many, 1 to 200 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print the API's JSON")
    private boolean json;

    @Mixin
    private Addresses.Read read = new Addresses.Read();

    @Override
    public void run() {
        if (limit < 1 || limit > 200) {
            throw new ParameterException(spec.commandLine(), "--limit must be from 1 to 200");
        }
        JsonNode answer = Http.json(Http.get(read.url().resolve("/v1/articles?" + query())));
        if (json) {
            Console.raw(answer.toString());
            return;
        }
        answer.path("articles").forEach(node -> Console
                .line(ArticleText.of(ContractJson.mapper().treeToValue(node, EnrichedArticle.class)) + "\n"));
        Console.note(found(answer.path("articles").size()) + (answer.has("next") ? ", and more: see --limit" : ""));
    }

    private static String found(int count) {
        return count == 1 ? "1 article" : count + " articles";
    }

    private String query() {
        List<String> parameters = new ArrayList<>();
        parameters.add("limit=" + limit);
        if (!words.isEmpty()) {
            parameters.add(
                    "q=" + Http.encode(words.stream().map(SearchCommand::requote).collect(Collectors.joining(" "))));
        }
        sections.forEach(value -> parameters.add("section=" + Http.encode(value)));
        tags.forEach(value -> parameters.add("tag=" + Http.encode(value)));
        language.ifPresent(value -> parameters.add("language=" + Http.encode(value)));
        from.ifPresent(value -> parameters.add("from=" + value));
        to.ifPresent(value -> parameters.add("to=" + value));
        return String.join("&", parameters);
    }

    /** The shell took the quotes of a phrase away. */
    private static String requote(String word) {
        return word.contains(" ") && !word.contains("\"") ? '"' + word + '"' : word;
    }
}
