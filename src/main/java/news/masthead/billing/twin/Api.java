package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /v1}: each request is held against the contract before it is done, each answer before it is sent. */
final class Api implements HttpHandler {

    private final Contract contract;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Timeline timeline;
    private final Presentation presentation;
    private final Journal journal;
    private final Answers answers;
    private final Violations violations;
    private final Faults faults;
    private final String apiKey;

    Api(
            Contract contract,
            Endpoints endpoints,
            Ledger ledger,
            Timeline timeline,
            Presentation presentation,
            Journal journal,
            Answers answers,
            Violations violations,
            Faults faults,
            String apiKey) {
        this.contract = contract;
        this.endpoints = endpoints;
        this.ledger = ledger;
        this.timeline = timeline;
        this.presentation = presentation;
        this.journal = journal;
        this.answers = answers;
        this.violations = violations;
        this.faults = faults;
        this.apiKey = apiKey;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<ApiMode.Kind> fault = contract.operation(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath())
                .flatMap(operation -> faults.of(operation.name()));
        if (fault.equals(Optional.of(ApiMode.Kind.IS_NOT_HEARD))) {
            exchange.close();
            return;
        }
        Answers.Answer answer = answer(exchange, fault);
        if (fault.equals(Optional.of(ApiMode.Kind.ANSWER_IS_LOST))) {
            exchange.close();
        } else {
            send(exchange, answer, fault);
        }
    }

    private Answers.Answer answer(HttpExchange exchange, Optional<ApiMode.Kind> fault) throws IOException {
        try {
            return answer(exchange, Http.body(exchange), fault);
        } catch (StripeError refusal) {
            return new Answers.Answer(refusal.status(), refusal.body(), false);
        } catch (RuntimeException e) {
            violations.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), List.of(e.toString()));
            return new Answers.Answer(500, StripeError.broken(e).body(), false);
        }
    }

    private void send(HttpExchange exchange, Answers.Answer answer, Optional<ApiMode.Kind> fault) throws IOException {
        if (answer.isReplay()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        idempotencyKey(exchange).ifPresent(key -> exchange.getResponseHeaders().set("Idempotency-Key", key));
        exchange.getResponseHeaders().set("Stripe-Version", contract.apiVersion());
        fault.map(ApiMode.Kind::shouldRetry)
                .orElse(Optional.of("false"))
                .ifPresent(shouldRetry -> exchange.getResponseHeaders().set("Stripe-Should-Retry", shouldRetry));
        Http.send(exchange, answer.status(), "application/json", answer.body().toString());
    }

    private Answers.Answer answer(HttpExchange exchange, byte[] body, Optional<ApiMode.Kind> fault) {
        authenticate(exchange);
        String verb = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Contract.Operation operation = contract.operation(verb, path).orElseThrow(() -> notModelled(verb, path));
        Endpoints.Endpoint endpoint = endpoints.of(operation.name()).orElseThrow(() -> notModelled(verb, path));
        Call call = new Call(path, idIn(operation, path), typed(operation, exchange, body));
        call.honours(endpoint.honoured());
        Optional<StripeError> refusal = fault.flatMap(Faults::refusal);
        timeline.catchUp();
        if (refusal.isPresent() && !fault.equals(Optional.of(ApiMode.Kind.BREAKS_FOR_THE_KEY))) {
            throw refusal.get();
        }
        Supplier<ObjectNode> work = refusal.<Supplier<ObjectNode>>map(Api::refusing)
                .orElseGet(() -> () -> checked(operation, endpoint, call));
        return verb.equals("GET")
                ? new Answers.Answer(200, ledger.read(work), false)
                : ledger.write(() -> change(work, call, exchange));
    }

    private static Supplier<ObjectNode> refusing(StripeError refusal) {
        return () -> {
            throw refusal;
        };
    }

    private Answers.Answer change(Supplier<ObjectNode> work, Call call, HttpExchange exchange) {
        String requestId = Ids.next("req");
        exchange.getResponseHeaders().set("Request-Id", requestId);
        // Stripe ignores the key of a DELETE, which is idempotent by itself.
        Optional<String> key = exchange.getRequestMethod().equals("POST") ? idempotencyKey(exchange) : Optional.empty();
        journal.isCausedBy(new Journal.Cause(requestId, key.orElse(null)));
        try {
            return answers.once(key, call, work);
        } finally {
            journal.isCausedBy(null);
        }
    }

    private ObjectNode checked(Contract.Operation operation, Endpoints.Endpoint endpoint, Call call) {
        ObjectNode answer = presentation.of(endpoint.answer().apply(call), call.expand());
        violations.add(operation.name(), contract.violations(operation, answer));
        return answer;
    }

    private ObjectNode typed(Contract.Operation operation, HttpExchange exchange, byte[] body) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        ObjectNode form = Form.read(query + "&" + new String(body, StandardCharsets.UTF_8));
        return new Parameters(contract.schema()).typed(operation.params(), form);
    }

    /** https://docs.stripe.com/api/authentication */
    private void authenticate(HttpExchange exchange) {
        if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw StripeError.unauthorized();
        }
        String version = exchange.getRequestHeaders().getFirst("Stripe-Version");
        if (version != null && !version.equals(contract.apiVersion())) {
            throw StripeError.notModelled("the API version " + version + ", only " + contract.apiVersion());
        }
    }

    private static Optional<String> idempotencyKey(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static String idIn(Contract.Operation operation, String path) {
        int position = List.of(operation.name().split(" ")[1].split("/")).indexOf("{id}");
        return position < 0 ? null : path.split("/")[position];
    }

    private static StripeError notModelled(String verb, String path) {
        return StripeError.notModelled(verb + " " + path);
    }
}
