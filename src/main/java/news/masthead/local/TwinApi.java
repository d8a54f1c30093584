package news.masthead.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Stripe twin, asked over HTTP like Stripe itself. Says nothing where payments are real. https://docs.stripe.com/api */
@ApplicationScoped
class TwinApi {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "masthead.stripe.api-base")
    Optional<URI> twin;

    @ConfigProperty(name = "masthead.stripe.api-key")
    Optional<String> key;

    /** The first page of a list, newest first. */
    List<JsonNode> list(String path) {
        return twin.isEmpty()
                ? List.of()
                : get(path + "?limit=100").findValue("data").valueStream().toList();
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** @param form already encoded */
    JsonNode post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(twin.orElseThrow().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key.orElseThrow());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            var answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The Stripe twin answered " + response.statusCode() + ": "
                        + answer.at("/error/message").asText());
            }
            return answer;
        } catch (IOException problem) {
            throw new UncheckedIOException("The Stripe twin does not answer", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the Stripe twin", interrupted);
        }
    }
}
