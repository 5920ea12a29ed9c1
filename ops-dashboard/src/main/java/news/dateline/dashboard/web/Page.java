package news.dateline.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's files, and the headers under which a browser runs them: nothing from elsewhere, nothing inline, in no frame. */
public final class Page {
    private static final String PLOTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String OWN = "/dashboard/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");
    private static final Map<String, File> ASSETS = assets();

    private final Access access;

    public Page(Access access) {
        this.access = access;
    }

    private record File(String type, byte[] bytes) {}

    private static Map<String, File> assets() {
        Map<String, File> assets = new LinkedHashMap<>();
        for (String name : List.of("app.js", "ask.js", "dom.js", "feed-form.js", "feeds.js", "flow.js", "form.js",
                "news.js", "opml.js", "plots.js", "rejected.js", "rule.js", "rules.js", "trial.js")) {
            assets.put(name, file(OWN + name, SCRIPT));
        }
        assets.put("dashboard.css", file(OWN + "dashboard.css", STYLE));
        assets.put("icon.svg", file(OWN + "icon.svg", "image/svg+xml"));
        assets.put("uplot.js", file(PLOTS + "uPlot.esm.js", SCRIPT));
        assets.put("uplot.css", file(PLOTS + "uPlot.min.css", STYLE));
        assets.put("index.html", file(OWN + "index.html", HTML));
        assets.put("login.html", file(OWN + "login.html", HTML));
        return assets;
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.before(context -> HEADERS.forEach(context::header));
        routes.get("/", context -> {
            if (access.isLetIn(context)) {
                answer(context, "index.html");
            } else {
                context.redirect("/login");
            }
        });
        routes.get("/login", context -> answer(context, "login.html"));
        ASSETS.keySet().stream().filter(name -> !name.endsWith(".html"))
                .forEach(name -> routes.get("/assets/" + name, context -> answer(context, name)));
    }

    private static void answer(Context context, String name) {
        File file = ASSETS.get(name);
        context.contentType(file.type()).result(file.bytes());
    }

    private static File file(String path, String type) {
        try (InputStream bytes = Page.class.getResourceAsStream(path)) {
            return new File(type, bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
