package news.masthead.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Canary stories that are brought to a site elsewhere through its door for editors' tools, and killed when this is closed: they leave a notice each.
 */
final class BroughtStories implements AutoCloseable {

    private static final int FREE_PARAGRAPHS = 1;
    private static final String SECTION = "markets";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Long> ids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final URI site;
    private final String token;

    private BroughtStories(URI site, String token) {
        this.site = site;
        this.token = token;
    }

    /**
     * @param each how many premium and how many metered canaries
     * @param spend how many metered stories to use meters up on, more than anybody has free
     */
    static BroughtStories to(URI site, String token, int each, int spend) throws IOException, InterruptedException {
        BroughtStories brought = new BroughtStories(site, token);
        long seed = System.nanoTime();
        for (int i = 0; i < each; i++) {
            brought.canary("premium", seed + 2L * i);
            brought.canary("metered", seed + 2L * i + 1);
        }
        for (int i = 0; i < spend; i++) {
            brought.lines.add("spend " + brought.publish("metered", "<p>Gated words.</p>"));
        }
        return brought;
    }

    /** Where they stand and what stands behind their walls, as in a {@link GroundFile}. */
    Stream<String> lines() {
        return lines.stream();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (long id : ids) {
            answered(request("/" + id).DELETE().build());
        }
    }

    private void canary(String access, long seed) throws IOException, InterruptedException {
        CanaryText text = CanaryText.of(seed, 3);
        lines.add(access + " " + publish(access, text.html()) + " " + String.join(" ", text.words()));
    }

    private String publish(String access, String gated) throws IOException, InterruptedException {
        String story = mapper.writeValueAsString(Map.of(
                "headline",
                "Canary of the harbour",
                "section",
                SECTION,
                "access",
                access,
                "teaser",
                "What the free part says.",
                "freeParagraphs",
                FREE_PARAGRAPHS,
                "body",
                "<p>Mumbai: everybody may read this paragraph.</p>" + gated));
        HttpRequest post = request("")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(story))
                .build();
        JsonNode address = mapper.readTree(answered(post));
        ids.add(address.path("id").asLong());
        return address.path("path").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve("/api/stories" + path)).header("Authorization", "Bearer " + token);
    }

    private String answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + " was answered " + answer.statusCode() + ": "
                    + answer.body());
        }
        return answer.body();
    }
}
