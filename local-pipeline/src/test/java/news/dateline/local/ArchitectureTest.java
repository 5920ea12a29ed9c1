package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on the architecture names only what is there, and the code keeps to the directions that it gives. */
class ArchitectureTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE_BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+/?");
    private static final Pattern PACKAGE_USED = Pattern.compile("\\bnews\\.dateline\\.(\\w+)\\b");
    /** From the Java platform; the page names them for what they mean here. */
    private static final Set<String> PLATFORM = Set.of("Optional");

    private static String page;
    private static Set<String> classes;

    @BeforeAll
    static void read() throws IOException {
        page = CODE_BLOCK.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md"))).replaceAll("");
        classes = sources("").stream().map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyClassOnThePageExists() {
        Set<String> named = all(CODE).filter(CLASS.asMatchPredicate()).collect(Collectors.toSet());
        named.removeAll(PLATFORM);

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(classes).containsAll(named);
    }

    @Test
    void everyPathOnThePageExists() {
        Set<String> named = Stream.concat(all(CODE).filter(PATH.asMatchPredicate()), all(LINK))
                .filter(path -> !path.startsWith("./")).collect(Collectors.toSet());

        assertThat(named).isNotEmpty().allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void everyModuleOfTheBuildIsOnThePage() throws IOException {
        Matcher modules = Pattern.compile("<module>([\\w-]+)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));

        assertThat(modules.results().map(module -> module.group(1)).filter(module -> !module.equals("benchmarks")))
                .isNotEmpty().allSatisfy(module -> assertThat(page).contains("### `" + module + "`:"));
    }

    @Test
    void modulesUseOnlyWhatTheyMay() throws IOException {
        Map<String, Set<String>> allowed = Map.of("article-contract", Set.of("contract"), "service-chassis",
                Set.of("chassis"), "ingest-service", Set.of("contract", "chassis", "ingest"), "tag-rules",
                Set.of("contract", "tags"), "enrich-service",
                Set.of("contract", "chassis", "tags", "enrich"), "sink-service", Set.of("contract", "chassis", "sink"),
                "ops-dashboard", Set.of("contract", "chassis", "tags", "dashboard"));

        for (var module : allowed.entrySet()) {
            for (Path source : sources(module.getKey() + "/src/main/java")) {
                assertThat(matches(PACKAGE_USED, Files.readString(source))).as(source.toString())
                        .isSubsetOf(module.getValue());
            }
        }
    }

    @Test
    void formatsAndStepsKnowNoKafka() throws IOException {
        String enrich = "enrich-service/src/main/java/news/dateline/enrich/";
        List<String> pure = List.of(
                "ingest-service/src/main/java/news/dateline/ingest/format", enrich + "clean", enrich + "language",
                enrich + "section", enrich + "tag", "tag-rules/src/main/java", enrich + "fingerprint",
                enrich + "Enricher.java");

        for (String folder : pure) {
            assertThat(sources(folder)).as(folder).isNotEmpty();
            for (Path source : sources(folder)) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContain("org.apache.kafka");
            }
        }
    }

    @Test
    void oneFileBuildsTheTopologyAndOneUsesWhatKafkaKeepsInternal() throws IOException {
        assertThat(mainSourcesWith("new StreamsBuilder(")).containsExactly("EnrichTopology.java");
        assertThat(mainSourcesWith("import kafka.server.")).containsExactly("EmbeddedBroker.java");
    }

    private static Set<String> mainSourcesWith(String text) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path source : sources("")) {
            if (source.toString().contains("/src/main/java/") && !source.startsWith(ROOT.resolve("benchmarks"))
                    && Files.readString(source).contains(text)) {
                found.add(source.getFileName().toString());
            }
        }
        return found;
    }

    private static Stream<String> all(Pattern pattern) {
        return matches(pattern, page).stream();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources(String under) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(under))) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/"))
                    .toList();
        }
    }
}
