package news.dateline.local.containers;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks once whether a Docker engine and docker compose are there. */
final class EngineCondition implements ExecutionCondition {
    private static final Optional<String> MISSING = missing();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (MISSING.isEmpty()) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        if ("required".equals(System.getProperty("containers"))) {
            throw new IllegalStateException("container tests are required, but " + MISSING.get());
        }
        return ConditionEvaluationResult.disabled(MISSING.get());
    }

    private static Optional<String> missing() {
        Optional<String> missing = Optional.<String>empty();
        if (!Docker.answers()) {
            missing = Optional.of("no Docker engine answers");
        } else if (Docker.compose().isEmpty()) {
            missing = Optional.of("neither docker compose nor docker-compose is there");
        }
        missing.ifPresent(what -> System.out.println("container tests are skipped: " + what));
        return missing;
    }
}
