package news.dateline.sink.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import news.dateline.sink.read.ArticleArchive.Counts;
import news.dateline.sink.store.StoreUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Kept articles over HTTP: listed and searched, one by its id, and counted. It only reads. */
public final class ReadApi {
    private static final String RETRY_SECONDS = "5";

    private final ArticleArchive archive;

    public ReadApi(ArticleArchive archive) {
        this.archive = archive;
    }

    /** Adds its routes to a service's endpoint. */
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/articles", this::list);
        routes.get("/v1/articles/{id}", this::one);
        routes.get("/v1/counts", this::counts);
        routes.exception(StoreUnavailable.class, (e, context) -> {
            context.header("Retry-After", RETRY_SECONDS);
            HttpEndpoint.write(context, Problem.of(503, "store-unavailable", "The articles can't be read now",
                    "Waiting for " + e.store() + "; try again in " + RETRY_SECONDS + " seconds"));
        });
    }

    private void list(Context context) {
        Page page = archive.page(QueryParameters.read(context.queryParamMap()));
        ObjectNode answer = ContractJson.mapper().createObjectNode();
        ArrayNode articles = answer.putArray("articles");
        page.articles().forEach(article -> articles.add(article.json()));
        page.next().ifPresent(cursor -> answer.put("next", cursor.text()));
        write(context, answer);
    }

    private void one(Context context) {
        QueryParameters.refuseUnknown(context.queryParamMap(), List.of());
        String articleId = context.pathParam("id");
        write(context, archive.find(articleId)
                .orElseThrow(() -> Problem
                        .of(404, "no-such-article", "There is no such article", "No article of that id is kept")
                        .refusal())
                .json());
    }

    private void counts(Context context) {
        QueryParameters.refuseUnknown(context.queryParamMap(), List.of());
        Counts counts = archive.counts();
        write(context, ContractJson.mapper().createObjectNode().put("articles", counts.articles())
                .put("duplicates", counts.duplicates()).put("withheld", counts.withheld()));
    }

    private static void write(Context context, JsonNode answer) {
        context.contentType("application/json").result(ContractJson.mapper().writeValueAsBytes(answer));
    }
}
