package news.dateline.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The paragraphs below a command's options, as the sources break them and as a terminal has room for them. */
final class HelpText {
    private HelpText() {
    }

    /** Joins the lines of each paragraph of every command, so that they are broken where the width ends. */
    static CommandLine flowing(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        usage.footer(joined(usage.footer()));
        command.getSubcommands().values().forEach(HelpText::flowing);
        return command;
    }

    /** Lines that are indented stand for themselves. */
    private static String[] joined(String[] lines) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines) {
            String before = paragraphs.isEmpty() ? "" : paragraphs.getLast();
            if (before.isEmpty() || before.startsWith(" ") || line.isEmpty() || line.startsWith(" ")) {
                paragraphs.add(line);
            } else {
                paragraphs.set(paragraphs.size() - 1, before + " " + line);
            }
        }
        return paragraphs.toArray(new String[0]);
    }
}
