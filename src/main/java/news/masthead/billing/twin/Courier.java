package news.masthead.billing.twin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Carries webhooks to the site. */
final class Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HttpClient client;

    /** The status of the answer; 0 where nobody listens (yet), or not long enough. */
    int carry(Letter letter, URI endpoint) {
        return under(letter, endpoint).join();
    }

    /** Sends that many without waiting for the answer to any; the worst status. */
    int carryAtOnce(Letter letter, int copies, URI endpoint) {
        List<CompletableFuture<Integer>> underway = Collections.nCopies(copies, letter).stream()
                .map(copy -> under(copy, endpoint))
                .toList();
        List<Integer> statuses = underway.stream().map(CompletableFuture::join).toList();
        return statuses.contains(0) ? 0 : Collections.max(statuses);
    }

    private CompletableFuture<Integer> under(Letter letter, URI endpoint) {
        return client().sendAsync(letter.to(endpoint, PATIENCE), BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? answer : null)
                .thenApply(answer -> answer == null ? 0 : ((HttpResponse<?>) answer).statusCode());
    }

    /** Made when the first event leaves, for it takes longer to make than the whole twin. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return client;
    }
}
