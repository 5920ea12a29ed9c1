package news.dateline.enrich.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures one kind of label on data that it was not made from; {@code dateline evaluate} runs all of them.
 *
 * <p>To add one, implement this beside what it measures and name it in {@code EvaluateCommand.ALL}.
 */
public interface Evaluation {
    /** What is measured, in a word: sections, language, tags. */
    String name();

    /** Whether the folder holds the data that this evaluation reads. */
    boolean isPossibleWith(Path data);

    /**
     * Measures, and tells on the way how far it is.
     *
     * @param data the folder that has {@code sections}, {@code languages}, {@code stream} and so on in it
     */
    List<Figure> measure(Path data, PrintStream progress) throws IOException;
}
