package news.dateline.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.dateline.contract.Content;
import news.dateline.contract.ContractJson;
import news.dateline.enrich.page.Page;
import news.dateline.enrich.page.PageReader;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.WebCharacters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the articles of pages of HTML; needs no broker. */
@Command(name = "extract", mixinStandardHelpOptions = true, description = "Prints the articles of pages of HTML as NDJSON in the push format; needs no broker.", footer = {
        "",
        "Each line names the file that it came from; a page may be packed with gzip. A file that can't be read, or has",
        "no article, is named on standard error, the others are printed all the same, and the exit status is 1.", "",
        "Examples:", "  dateline extract pages/*.html https://news.example/1 > articles.ndjson",
        "  curl -s https://news.example/1 | dateline extract --url https://news.example/1 - | dateline enrich"})
final class ExtractCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int BEGINNING = 512;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-", description = "pages of HTML; - is standard input")
    private List<String> files;

    @Option(names = "--url", paramLabel = "URL", description = "where the page was found; it counts as the article's address")
    private Optional<String> url = Optional.empty();

    @Option(names = "--content-type", paramLabel = "TYPE", description = "the content-type header that came with it, for its charset")
    private Optional<String> contentType = Optional.empty();

    @Override
    public Integer call() {
        LogFile.none();
        int unreadable = 0;
        for (String file : files) {
            try {
                Console.raw(line(file, NamedDocument.read(file, MOST_BYTES)));
            } catch (Failure e) {
                unreadable++;
                Console.error(file + " " + e.getMessage());
            }
        }
        return unreadable == 0 ? 0 : 1;
    }

    private String line(String file, NamedDocument document) {
        byte[] beginning = Arrays.copyOf(document.bytes(), Math.min(BEGINNING, document.bytes().length));
        if (ContentType.ofBeginning(beginning).filter(PushFile.WARC::equals).isPresent()) {
            throw new Failure("is a web archive: dateline push takes its pages");
        }
        Optional<String> found = url.or(document::url);
        Page page = PageReader.read(
                WebCharacters.decode(document.bytes(),
                        contentType.or(document::contentType)
                                .flatMap(type -> MediaType.of(Optional.of(type)).charset())),
                found);
        if (page.headline().isEmpty() && page.paragraphs().isEmpty()) {
            throw new Failure("has no headline and no text");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        url.or(page::url).or(document::url).ifPresent(address -> fields.put("url", address));
        if (!page.siteName().isEmpty()) {
            fields.put("source", Map.of("name", page.siteName()));
        }
        if (!page.headline().isEmpty()) {
            fields.put("headline", page.headline());
        }
        Map<String, String> content = new LinkedHashMap<>();
        content.put("mediaType", Content.PLAIN);
        content.put("text", String.join("\n\n", page.paragraphs()));
        fields.put("content", content);
        if (!page.bylines().isEmpty()) {
            fields.put("bylines", page.bylines());
        }
        page.language().ifPresent(tag -> fields.put("language", tag));
        page.publishedAt().ifPresent(time -> fields.put("publishedAt", time.toString()));
        page.updatedAt().ifPresent(time -> fields.put("updatedAt", time.toString()));
        return ContractJson.mapper().writeValueAsString(fields);
    }
}
