package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code /_twin}: the page on which a reader pays, in place of Stripe's, and what the page of local mode wants to know. This is the one
 * part of the twin that has no contract.
 */
final class HostedPages implements HttpHandler {

    private static final String PAY = "/_twin/pay/";

    private final Ledger ledger;
    private final Timeline timeline;
    private final Checkout checkout;
    private final Overview overview;
    private final Violations violations;

    HostedPages(Ledger ledger, Timeline timeline, Checkout checkout, Overview overview, Violations violations) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.checkout = checkout;
        this.overview = overview;
        this.violations = violations;
    }

    static URI address(URI twin, ObjectNode session) {
        return twin.resolve(PAY + Json.id(session));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        protect(exchange);
        String path = exchange.getRequestURI().getPath();
        try {
            switch (exchange.getRequestMethod() + " " + (path.startsWith(PAY) ? PAY : path)) {
                case "GET " + PAY -> show(exchange, path.substring(PAY.length()));
                case "POST " + PAY -> decide(exchange, path.substring(PAY.length()));
                case "GET /_twin/twin.css" -> Http.send(exchange, 200, "text/css; charset=utf-8", PayPage.STYLE);
                case "GET /_twin/payments" ->
                    json(exchange, ledger.read(overview::payments).toString());
                case "GET /_twin/violations" ->
                    json(
                            exchange,
                            Json.texts(violations.all().toArray(String[]::new)).toString());
                default -> html(exchange, 404, PayPage.notice("Not found", "The twin has no such page.", null));
            }
        } catch (StripeError refusal) {
            html(exchange, refusal.status(), PayPage.notice("This checkout cannot go on", refusal.getMessage(), null));
        } catch (RuntimeException e) {
            violations.add(path, List.of(e.toString()));
            html(exchange, 500, PayPage.notice("The twin failed", e.toString(), null));
        }
    }

    /** No script, no frame, and only the twin's own style. */
    static void protect(HttpExchange exchange) {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        ObjectNode session = ledger.read(() -> checkout.session(id).deepCopy());
        if (Checkout.isOpen(session)) {
            boolean declined = "declined".equals(exchange.getRequestURI().getQuery());
            html(exchange, 200, PayPage.open(session, declined));
        } else {
            showClosed(exchange, session);
        }
    }

    private void decide(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        ObjectNode form = Form.read(new String(Http.body(exchange), StandardCharsets.UTF_8));
        ObjectNode session = ledger.read(() -> checkout.session(id).deepCopy());
        switch (form.path("outcome").asText()) {
            case "pay" -> {
                if (takesCode(exchange, id, form)) {
                    pay(exchange, id, PayPage.cardIn(form));
                }
            }
            case "code" -> {
                if (takesCode(exchange, id, form)) {
                    Http.redirect(exchange, URI.create(PAY + id));
                }
            }
            case "decline" -> Http.redirect(exchange, URI.create(PAY + id + "?declined"));
            case "cancel" -> Http.redirect(exchange, cancelAddress(session));
            default -> throw StripeError.missing("outcome");
        }
    }

    /** A code that does not hold is told on the page, which stays as it was; nothing is charged. */
    private boolean takesCode(HttpExchange exchange, String id, ObjectNode form) throws IOException {
        String code = form.path("code").asText().strip();
        if (code.isEmpty()) {
            return true;
        }
        try {
            ledger.write(() -> {
                ObjectNode session = checkout.session(id);
                if (Checkout.isOpen(session)) {
                    checkout.takeCode(session, code);
                }
                return session;
            });
            return true;
        } catch (StripeError refusal) {
            ObjectNode session = ledger.read(() -> checkout.session(id).deepCopy());
            html(exchange, refusal.status(), PayPage.refusing(session, code, refusal.getMessage()));
            return false;
        }
    }

    private void pay(HttpExchange exchange, String id, TestMethod card) throws IOException {
        Optional<URI> paid = ledger.write(() -> {
            ObjectNode session = checkout.session(id);
            if (!Checkout.isOpen(session)) {
                return Optional.empty();
            }
            checkout.complete(session, card);
            return Optional.of(successAddress(session));
        });
        if (paid.isPresent()) {
            Http.redirect(exchange, paid.get());
        } else {
            showClosed(exchange, ledger.read(() -> checkout.session(id).deepCopy()));
        }
    }

    private static void showClosed(HttpExchange exchange, ObjectNode session) throws IOException {
        if (Json.is(session, "status", "complete")) {
            html(
                    exchange,
                    409,
                    PayPage.notice(
                            "This checkout is already paid",
                            "You were not charged a second time.",
                            successAddress(session).toString()));
        } else {
            html(
                    exchange,
                    410,
                    PayPage.notice(
                            "This checkout has expired",
                            "Nothing was charged. Please choose your plan again.",
                            Json.text(session, "cancel_url")));
        }
    }

    /** https://docs.stripe.com/payments/checkout/custom-success-page */
    private static URI successAddress(ObjectNode session) {
        return URI.create(Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.id(session)));
    }

    private static URI cancelAddress(ObjectNode session) {
        if (!Json.isSet(session, "cancel_url")) {
            throw StripeError.invalid("outcome", "This checkout has no way back.");
        }
        return URI.create(Json.text(session, "cancel_url"));
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        Http.send(exchange, status, "text/html; charset=utf-8", page);
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        Http.send(exchange, 200, "application/json", body);
    }
}
