package news.masthead.billing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.masthead.web.Links;

/** What a running node remembers of entitlements, asked at its operator's door. */
final class NodeMemory {

    private static final int BATCH = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI node;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private NodeMemory(URI node) {
        this.node = node;
    }

    static NodeMemory at(URI node) {
        return new NodeMemory(node);
    }

    /** @param spans what the database says, by account */
    List<Finding> differences(Map<Long, List<String>> spans) throws Verification.CannotVerify {
        List<Finding> findings = new ArrayList<>();
        List<Long> accounts = new ArrayList<>(new TreeMap<>(spans).keySet());
        for (int from = 0; from < accounts.size(); from += BATCH) {
            List<Long> some = accounts.subList(from, Math.min(accounts.size(), from + BATCH));
            Map<Long, List<String>> remembered = remembered(some);
            some.forEach(account -> {
                String should = words(spans.get(account));
                String is = words(remembered.getOrDefault(account, List.of()));
                if (!should.equals(is)) {
                    findings.add(new Finding(Finding.Kind.CACHE, account, "account " + account, should, is));
                }
            });
        }
        return findings;
    }

    /** A line for each span: account, start, end. */
    private Map<Long, List<String>> remembered(List<Long> accounts) throws Verification.CannotVerify {
        String asked = accounts.stream().map(Object::toString).collect(Collectors.joining(","));
        HttpRequest request = HttpRequest.newBuilder(node.resolve(Links.OPERATOR_ENTITLEMENTS + "?accounts=" + asked))
                .timeout(TIMEOUT)
                .build();
        Map<Long, List<String>> remembered = new HashMap<>();
        answer(request)
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(parts -> remembered
                        .computeIfAbsent(Long.valueOf(parts[0]), account -> new ArrayList<>())
                        .add(parts[1]));
        return remembered;
    }

    private String answer(HttpRequest request) throws Verification.CannotVerify {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new Verification.CannotVerify("The node at " + node + " answers " + answer.statusCode());
        } catch (IOException silent) {
            throw new Verification.CannotVerify("The node at " + node + " does not answer: " + silent.getMessage());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Verification.CannotVerify("Told to end");
        }
    }

    private static String words(List<String> spans) {
        return spans.stream().sorted().collect(Collectors.joining(", "));
    }
}
