package news.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes single requests: no redirects, no cookies, no proxies, no second tries; bounded in time, headers and bytes. */
final class WebClient implements AutoCloseable {
    private static final int CONNECTIONS = 1_000;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16 * 1024;

    private final CloseableHttpClient client;
    private final FetchLimits limits;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    WebClient(FetchLimits limits, SafeAddresses addresses, String agent) {
        this.limits = limits;
        deadlines.setRemoveOnCancelPolicy(true);
        Timeout silence = Timeout.of(limits.silence());
        var connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(addresses)
                .setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(1)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build()).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(silence)
                        .setSocketTimeout(silence).setValidateAfterInactivity(TimeValue.ofSeconds(1)).build())
                .build();
        client = HttpClients.custom().setConnectionManager(connections).disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching().disableContentCompression().disableAutomaticRetries().disableConnectionState()
                .setUserAgent(agent).evictExpiredConnections().evictIdleConnections(TimeValue.ofSeconds(5))
                .setDefaultRequestConfig(
                        RequestConfig.custom().setConnectionRequestTimeout(silence).setResponseTimeout(silence).build())
                .build();
    }

    /** The answer to one request; a body only where there is success. */
    Fetched get(URI url, Map<String, String> headers, int mostBytes, Cost cost) throws FetchFailed {
        HttpGet request = new HttpGet(url);
        request.setHeader("Accept-Encoding", "gzip, deflate, br");
        headers.forEach(request::setHeader);
        return send(url, request, mostBytes, cost);
    }

    /** The answer to a form; its body is not read. */
    Fetched post(URI url, Map<String, String> form, Cost cost) throws FetchFailed {
        HttpPost request = new HttpPost(url);
        request.setEntity(new UrlEncodedFormEntity(
                form.entrySet().stream().map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList(),
                UTF_8));
        return send(url, request, 0, cost);
    }

    private Fetched send(URI url, HttpUriRequestBase request, int mostBytes, Cost cost) throws FetchFailed {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(() -> {
            late.set(true);
            request.cancel();
        }, limits.total().toMillis(), TimeUnit.MILLISECONDS);
        BoundedBody body = new BoundedBody(mostBytes, cost::large);
        cost.request();
        try (ClassicHttpResponse response = client.executeOpen(HttpHost.create(url), request, null)) {
            byte[] bytes = response.getCode() == 200 && mostBytes > 0 ? body(response, body) : new byte[0];
            return new Fetched(url, Optional.empty(), response.getCode(), reason(response), headers(response), bytes);
        } catch (IOException | IllegalStateException e) {
            throw failed(e, late.get());
        } finally {
            deadline.cancel(false);
            cost.bytes(body.sent());
            // What is left of a body is not read: the connection ends instead.
            request.cancel();
        }
    }

    private static byte[] body(ClassicHttpResponse response, BoundedBody body) throws IOException, FetchFailed {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            return body.read(in, Optional.ofNullable(entity.getContentEncoding()).orElse(""));
        }
    }

    private static String reason(ClassicHttpResponse response) {
        String reason = Optional.ofNullable(response.getReasonPhrase()).orElse("").replaceAll("[^ -~]", "");
        return reason.length() > 60 ? reason.substring(0, 60) : reason;
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            String value = Optional.ofNullable(header.getValue()).orElse("");
            if (name.equals("link") && headers.getOrDefault(name, "").length() < LinkHeader.MOST_CHARACTERS) {
                headers.merge(name, value, (one, other) -> one + ", " + other);
            }
            headers.putIfAbsent(name, value);
        }
        return headers;
    }

    private FetchFailed failed(Exception cause, boolean late) {
        if (late) {
            return new FetchFailed("took longer than " + limits.total().toSeconds() + " seconds");
        }
        return new FetchFailed(switch (cause) {
            case SafeAddresses.Unsafe unsafe -> unsafe.getMessage();
            case UnknownHostException unknown -> "has a host without an address";
            case ConnectTimeoutException slow -> "can't be connected to: no answer";
            case SocketTimeoutException silent -> "sent nothing for " + limits.silence().toSeconds() + " seconds";
            case ConnectException refused -> "can't be connected to: connection refused";
            case SSLException insecure -> "has no secure connection that can be trusted";
            case NoHttpResponseException none -> "ended the connection without an answer";
            case ConnectionClosedException cut -> "ended the connection before the answer was whole";
            default -> "gave no answer that is HTTP";
        });
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
