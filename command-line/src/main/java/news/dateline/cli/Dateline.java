package news.dateline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code dateline} command. Exit status: 0 done, 1 it failed, 2 wrong usage. */
@Command(name = "dateline", mixinStandardHelpOptions = true, version = "dateline 0.1.0", description = "An event-streaming news pipeline on Apache Kafka.", synopsisSubcommandLabel = "COMMAND", subcommands = {
        DemoCommand.class, UpCommand.class, PushCommand.class, TailCommand.class, SearchCommand.class,
        EnrichCommand.class, ExtractCommand.class, FeedCommand.class, FeedsCommand.class, RulesCommand.class,
        RejectedCommand.class, StatusCommand.class, TraceCommand.class, TrainCommand.class,
        EvaluateCommand.class}, footer = {
                "", "Start here:", "  dateline demo      the whole pipeline on sample news, in a minute",
                "  dateline up        the whole pipeline, until Ctrl-C; data is kept"})
public final class Dateline implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        // Articles are in any language, whatever the terminal's settings say.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    /** Runs a command and returns its exit status. */
    static int run(String... arguments) {
        return HelpText.flowing(new CommandLine(new Dateline())).setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(Dateline::failed).setParameterExceptionHandler(Dateline::misused)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "which command? There are " + String.join(", ", spec.subcommands().keySet()));
    }

    /** A failure that a command foresaw is one clear line; anything else is a defect and keeps its stack trace. */
    private static int failed(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        return switch (failure) {
            case Failure foreseen -> {
                Console.error(foreseen.getMessage());
                yield 1;
            }
            case OutputClosed gone -> 0;
            default -> throw failure;
        };
    }

    private static Optional<String> unknownCommand(ParameterException misuse) {
        return misuse instanceof CommandLine.UnmatchedArgumentException unmatched
                && !misuse.getCommandLine().getSubcommands().isEmpty()
                        ? unmatched.getUnmatched().stream().findFirst().filter(word -> !word.startsWith("-"))
                        : Optional.empty();
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        Console.error(unknownCommand(misuse).map(name -> "there is no command '" + name + "'; there are "
                + String.join(", ", command.getSubcommands().keySet())).orElse(misuse.getMessage()));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return 2;
    }
}
