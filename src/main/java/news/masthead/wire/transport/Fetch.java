package news.masthead.wire.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;

/**
 * Fetches a feed from a server that may be hostile: within five seconds in all, at most 10 MB after decompression, over at most three
 * redirections, each of which is judged as the first address was. No cookies, no retries, no connection used twice.
 */
final class Fetch implements Closeable {

    /** The most bytes a feed may have. */
    static final int LARGEST = 10_000_000;

    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration IN_ALL = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTIONS = 3;
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_FIELD = 8_192;

    /** Servers tell when to come again by real time. */
    private final Clock realTime = Clock.systemUTC();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CloseableHttpClient client;

    Fetch(Reach reach) {
        Http1Config careful = Http1Config.custom()
                .setMaxHeaderCount(MOST_FIELDS)
                .setMaxLineLength(LONGEST_FIELD)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(reach)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(careful)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) IN_ALL.toMillis(), TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(IN_ALL.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Masthead")
                .build();
    }

    /** Never throws for anything a server can do. */
    Answer get(FeedAddress address, Answer.Validators validators) {
        AtomicReference<HttpGet> current = new AtomicReference<>();
        Future<Answer> answer = threads.submit(() -> followed(address, validators, current));
        try {
            return answer.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            Optional.ofNullable(current.get()).ifPresent(HttpGet::abort);
            answer.cancel(true);
            return Answer.Failed.because("It did not answer whole within " + IN_ALL.toSeconds() + " seconds.");
        } catch (ExecutionException failure) {
            return Answer.Failed.because("It could not be fetched: " + reason(failure.getCause()) + ".");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Answer.Failed.because("It was not fetched, as this process ends.");
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private Answer followed(FeedAddress first, Answer.Validators validators, AtomicReference<HttpGet> current)
            throws IOException, FeedAddress.Unfit {
        FeedAddress address = first;
        for (int redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
            HttpGet request = request(address, validators);
            current.set(request);
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                if (!isRedirection(response.getCode())) {
                    return answer(response, address, isConditional(request));
                }
                address = address.redirected(field(response, HttpHeaders.LOCATION));
            } finally {
                request.abort(); // else closing would first read all that is still to come
                Closer.closeQuietly(response);
            }
        }
        return Answer.Failed.because("It redirects more than " + MOST_REDIRECTIONS + " times.");
    }

    private static HttpGet request(FeedAddress address, Answer.Validators validators) {
        HttpGet request = new HttpGet(address.uri());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (validators.answeredBy().equals(address.uri().toString())) {
            if (!validators.etag().isEmpty()) {
                request.setHeader(HttpHeaders.IF_NONE_MATCH, validators.etag());
            }
            if (!validators.lastModified().isEmpty()) {
                request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
            }
        }
        return request;
    }

    private static boolean isConditional(HttpGet request) {
        return request.containsHeader(HttpHeaders.IF_NONE_MATCH)
                || request.containsHeader(HttpHeaders.IF_MODIFIED_SINCE);
    }

    private static boolean isRedirection(int status) {
        return switch (status) {
            case HttpStatus.SC_MOVED_PERMANENTLY,
                    HttpStatus.SC_MOVED_TEMPORARILY,
                    HttpStatus.SC_SEE_OTHER,
                    HttpStatus.SC_TEMPORARY_REDIRECT,
                    HttpStatus.SC_PERMANENT_REDIRECT -> true;
            default -> false;
        };
    }

    private Answer answer(ClassicHttpResponse response, FeedAddress address, boolean conditional) throws IOException {
        int status = response.getCode();
        if (status == HttpStatus.SC_OK) {
            return fresh(response, address);
        }
        if (status == HttpStatus.SC_NOT_MODIFIED && conditional) {
            return new Answer.Unchanged();
        }
        Optional<Duration> retryAfter =
                status == HttpStatus.SC_TOO_MANY_REQUESTS || status == HttpStatus.SC_SERVICE_UNAVAILABLE
                        ? RetryAfter.read(field(response, HttpHeaders.RETRY_AFTER), realTime.instant())
                        : Optional.empty();
        return new Answer.Failed("It answers HTTP " + status + ".", retryAfter);
    }

    private static Answer fresh(ClassicHttpResponse response, FeedAddress address) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return Answer.Failed.because("It answers nothing.");
        }
        byte[] bytes = decompressed(entity).readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Answer.Failed.because("It answers more than 10 MB.");
        }
        Answer.Validators validators = new Answer.Validators(
                address.uri().toString(),
                field(response, HttpHeaders.ETAG),
                field(response, HttpHeaders.LAST_MODIFIED));
        return new Answer.Fresh(bytes, charset(entity), validators);
    }

    private static InputStream decompressed(HttpEntity entity) throws IOException {
        String encoding =
                Optional.ofNullable(entity.getContentEncoding()).orElse("").strip();
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> entity.getContent();
            case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent());
            default -> throw new IOException("it is encoded as \"" + encoding + "\", which was not asked for");
        };
    }

    private static String charset(HttpEntity entity) {
        return Optional.ofNullable(ContentType.parseLenient(entity.getContentType()))
                .map(type -> type.getParameter("charset"))
                .orElse("");
    }

    private static String field(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        client.close();
    }
}
