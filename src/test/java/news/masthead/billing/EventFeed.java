package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fetches Stripe's events as they appear and delivers them as Stripe would, oldest first, until the site has taken each. */
final class EventFeed implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> delivered = new HashSet<>();
    private final URI api;
    private final String key;
    private final URI webhook;
    private final String secret;
    private final long since = Clock.systemUTC().instant().getEpochSecond();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);

    private EventFeed(URI api, String key, URI webhook, String secret) {
        this.api = api;
        this.key = key;
        this.webhook = webhook;
        this.secret = secret;
    }

    static EventFeed begin(URI api, String key, URI webhook, String secret) {
        EventFeed feed = new EventFeed(api, key, webhook, secret);
        feed.thread.start();
        return feed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deliverWhatIsNew();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverWhatIsNew() throws InterruptedException {
        try {
            for (JsonNode event : unseen().reversed()) {
                if (isTaken(event.toString())) {
                    delivered.add(event.path("id").asText());
                }
            }
        } catch (IOException notYet) {
            // The site is not up yet, or Stripe did not answer: the next round asks again.
        }
    }

    /** Newest first, back to where everything is known. An object on a test clock has events of its clock's time, so time is no bound. */
    private List<JsonNode> unseen() throws IOException, InterruptedException {
        List<JsonNode> unseen = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = json.readTree(get("/v1/events?limit=100" + after));
            boolean known = false;
            for (JsonNode event : page.path("data")) {
                known |= delivered.contains(event.path("id").asText())
                        || event.path("created").asLong() < since - 3600;
                if (!delivered.contains(event.path("id").asText())) {
                    unseen.add(event);
                    after = "&starting_after=" + event.path("id").asText();
                }
            }
            if (known || !page.path("has_more").asBoolean()) {
                return unseen;
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + key)
                .header("Stripe-Version", com.stripe.Stripe.API_VERSION)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private boolean isTaken(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private String signature(String body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, secret, Clock.systemUTC().instant().getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
