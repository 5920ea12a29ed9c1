package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The {@code dateline} command in the tests' own JVM, one at a time: for tests of what it does, not of its process. */
final class LocalCommand {
    private LocalCommand() {
    }

    /**
     * Runs a command to its end.
     *
     * @param addresses options and their values, for the commands that have them
     * @param input     what it reads from standard input
     */
    static synchronized ChildCommand.Ended run(Map<String, String> addresses, String input, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        CommandLine command = named(arguments);
        addresses.forEach((option, value) -> {
            if (command.getCommandSpec().findOption(option) != null) {
                line.addAll(List.of(option, value));
            }
        });
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
        try {
            int status = Dateline.run(line.toArray(String[]::new));
            return new ChildCommand.Ended(status, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static CommandLine named(String... arguments) {
        CommandLine command = new CommandLine(new Dateline());
        for (String argument : arguments) {
            CommandLine sub = command.getSubcommands().get(argument);
            if (sub == null) {
                return command;
            }
            command = sub;
        }
        return command;
    }
}
