package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.dateline.enrich.section.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the section model and its card from labelled articles. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains the section model on a folder of labelled articles and writes it with its model card.", footer = {
        "", "The folder holds NDJSON files (.ndjson, .jsonl, .jsonl.gz) of lines such as",
        "  {\"publisher\":\"…\",\"headline\":\"…\",\"text\":\"…\",\"sections\":[\"World\",\"Politics\"]}", "",
        "Example:", "  dateline train labelled-news/ --output model/"})
final class TrainCommand implements Runnable {
    @Parameters(paramLabel = "DIR", description = "labelled articles")
    private Path data;

    @Option(names = "--output", paramLabel = "DIR", defaultValue = "section-model", showDefaultValue = Visibility.ALWAYS, description = "folder for the model and its card")
    private Path output;

    @Override
    public void run() {
        if (!Files.isDirectory(data)) {
            throw new Failure(data + " is no folder");
        }
        try {
            Training.run(data, output, System.err);
            Console.line("@|green trained|@ " + output.toAbsolutePath().normalize());
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("training failed: " + e.getMessage(), e);
        }
    }
}
