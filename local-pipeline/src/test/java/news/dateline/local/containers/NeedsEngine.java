package news.dateline.local.containers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says in one line what a container test needs and has not. */
final class NeedsEngine implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Docker.answers()) {
            throw new IllegalStateException("no Docker engine answers");
        }
        if (Docker.compose().isEmpty()) {
            throw new IllegalStateException("neither docker compose nor docker-compose is there");
        }
    }
}
