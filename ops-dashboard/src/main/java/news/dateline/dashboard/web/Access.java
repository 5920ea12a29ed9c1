package news.dateline.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.chassis.Problem;
import news.dateline.chassis.Tokens;

/**
 * Who may see the page and act on it.
 *
 * <p>With tokens, who knows one: programs send it with each request, people type it once and get a session. Without, only this machine:
 * the page then listens on a loopback address, and answers to no other name, so that no site can have a browser ask for it under
 * its own. Acts are taken from the page itself alone.
 */
public final class Access {
    static final String ACT_HEADER = "x-dateline-act";

    private static final String SESSION = "dateline-session";
    private static final Duration SESSION_LASTS = Duration.ofHours(12);
    private static final Pattern LOOPBACK = Pattern
            .compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{64})");
    /** Nothing of a pipeline is told by these. */
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready", "/metrics", "/login");
    private static final String ASSETS = "/assets/";
    /** Whoever is not let in is shown the way in. */
    private static final Set<String> PAGES = Set.of("/", "/login");

    private final Tokens tokens;
    private final InstantSource clock;

    public Access(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether a name or address of this machine can be reached from this machine alone. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches() || host.equals("::1");
    }

    /** Guards every route that is added before or after. */
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        routes.post("/login", this::login);
        routes.post("/logout", context -> {
            setSession(context, "", Duration.ZERO);
            context.redirect("/");
        });
    }

    private void check(Context context) {
        if (OPEN.contains(context.path()) && !isAct(context)) {
            return;
        }
        if (tokens.isEmpty() && !LOOPBACK.matcher(host(context)).matches()) {
            throw Problem.of(403, "host", "Not asked for by this name",
                    "Without a token the page answers to localhost and 127.0.0.1 only, not to '" + host(context) + "'")
                    .refusal();
        }
        if (isAct(context)) {
            checkOrigin(context);
        }
        if (!context.path().startsWith(ASSETS) && !PAGES.contains(context.path()) && !isLetIn(context)) {
            context.header("WWW-Authenticate", "Bearer realm=\"dateline\"");
            throw Problem.of(401, "token", "A token is needed",
                    "Send one of DATELINE_DASHBOARD_TOKEN as 'Authorization: Bearer …', or sign in on the page")
                    .refusal();
        }
    }

    private static boolean isAct(Context context) {
        return !context.method().equals(HandlerType.GET) && !context.method().equals(HandlerType.HEAD);
    }

    private static String host(Context context) {
        return Optional.ofNullable(context.header("Host")).orElse("");
    }

    /** A form or script of another site can't send the header, and a browser says where a request comes from. */
    private static void checkOrigin(Context context) {
        boolean form = context.path().equals("/login") || context.path().equals("/logout");
        Optional<String> site = Optional.ofNullable(context.header("Sec-Fetch-Site"));
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        boolean elsewhere = site.filter(word -> !word.equals("same-origin") && !word.equals("none")).isPresent()
                || origin.filter(from -> !isOf(host(context), from)).isPresent();
        if (elsewhere || (!form && context.header(ACT_HEADER) == null)) {
            throw Problem.of(403, "origin", "Not asked for by the page",
                    "Acts come from the page itself, or from a program that sends the header '" + ACT_HEADER + ": 1'")
                    .refusal();
        }
    }

    private static boolean isOf(String host, String origin) {
        try {
            return host.toLowerCase(Locale.ROOT)
                    .equals(String.valueOf(URI.create(origin).getAuthority()).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            // Such as "null", which a browser sends for a page without an origin.
            return false;
        }
    }

    /** Whether a request brings a token or the session of one. */
    boolean isLetIn(Context context) {
        return tokens.isEmpty() || Tokens.bearer(context).filter(tokens::isRight).isPresent()
                || Optional.ofNullable(context.cookie(SESSION)).filter(this::isOpen).isPresent();
    }

    private boolean isOpen(String session) {
        Matcher signed = SIGNED.matcher(session);
        return signed.matches() && tokens.isSigned(signed.group(1), signed.group(2))
                && Long.parseLong(signed.group(1)) > clock.instant().getEpochSecond();
    }

    /** No session is kept here: it is a signed time, so every instance knows those of the others, and of before a restart. */
    private void login(Context context) {
        String token = Optional.ofNullable(context.formParam("token")).orElse("").strip();
        if (!tokens.isEmpty() && !tokens.isRight(token)) {
            context.redirect("/login?wrong");
            return;
        }
        if (!tokens.isEmpty()) {
            String until = Long.toString(clock.instant().plus(SESSION_LASTS).getEpochSecond());
            setSession(context, until + "." + tokens.signature(until), SESSION_LASTS);
        }
        context.redirect("/");
    }

    private static void setSession(Context context, String value, Duration lasts) {
        boolean encrypted = "https".equals(context.header("X-Forwarded-Proto")) || context.scheme().equals("https");
        context.header("Set-Cookie", SESSION + "=" + value + "; Path=/; Max-Age=" + lasts.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (encrypted ? "; Secure" : ""));
    }
}
