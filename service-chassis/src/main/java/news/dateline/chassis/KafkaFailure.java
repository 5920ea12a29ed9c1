package news.dateline.chassis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RetriableException;

/** What a Kafka client's failure means, in one line that stays the same as long as its cause does. */
public final class KafkaFailure {
    /** That Kafka is away, or does not speak as the client does. */
    static final String NO_ANSWER = "no answer";

    private static final int LONGEST = 300;

    private KafkaFailure() {
    }

    /** The cluster that a client's properties name. */
    public static String cluster(Map<String, String> kafka) {
        return "Kafka at " + kafka.get("bootstrap.servers");
    }

    /** Whether it is Kafka that is away or lets nobody in: nothing that a restart would mend. */
    public static boolean isTransient(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof RetriableException
                || cause instanceof AuthenticationException || cause instanceof AuthorizationException);
    }

    /** The failure in words. */
    public static String inWords(Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        Throwable root = causes.getLast();
        Optional<AuthenticationException> notLetIn = first(causes, AuthenticationException.class);
        if (notLetIn.isPresent()) {
            String why = message(notLetIn.get());
            return oneLine("not let in: " + (notLetIn.get().getCause() == null ? why : why + ": " + message(root)));
        }
        if (root instanceof ConfigException) {
            return oneLine(message(root));
        }
        // The messages of these tell times and numbers of calls, which differ each time.
        if (root instanceof org.apache.kafka.common.errors.TimeoutException || root instanceof TimeoutException
                || root instanceof DisconnectException) {
            return NO_ANSWER;
        }
        Throwable telling = first(causes, ApiException.class).map(Throwable.class::cast).orElse(root);
        return oneLine(telling.getClass().getSimpleName() + ": " + message(telling));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
