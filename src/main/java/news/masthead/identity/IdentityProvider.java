package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The identity provider's endpoints for us, as one of its clients (RFC 6749 section 2.3.1). */
@ApplicationScoped
class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    IdentityProviderSettings provider;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /**
     * @param endpoint below {@code /protocol/openid-connect}
     * @throws IOException if nobody answers within 3 s, or this thread is told to end
     */
    HttpResponse<String> post(String endpoint, Map<String, String> form) throws IOException {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("client_id", provider.clientId());
        whole.put("client_secret", provider.credentials().secret());
        String body = whole.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(provider.authServerUrl() + "/protocol/openid-connect" + endpoint))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    /**
     * @param resource below the realm's part of the Admin REST API
     * @return the status
     * @throws IOException as {@link #post}
     */
    int delete(String resource, String token) throws IOException {
        String realm = provider.authServerUrl().replaceFirst("/realms/", "/admin/realms/");
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + resource))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build();
        return send(request).statusCode();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("Told to end", ended);
        }
    }
}
