package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /_twin}: the page on which a reader pays, in place of Stripe's, and what the page of local mode wants to know. This is the one
 * part of the twin that has no contract.
 */
final class HostedPages implements HttpHandler {

    private static final String PAY = "/_twin/pay/";

    private final Ledger ledger;
    private final Timeline timeline;
    private final Checkout checkout;
    private final Purchases purchases;
    private final Payments payments;
    private final Settlement settlement;
    private final InvoicePage invoices;
    private final Overview overview;
    private final Violations violations;

    HostedPages(
            Ledger ledger,
            Timeline timeline,
            Checkout checkout,
            Purchases purchases,
            Payments payments,
            Settlement settlement,
            Overview overview,
            Violations violations) {
        this.purchases = purchases;
        this.payments = payments;
        this.settlement = settlement;
        this.invoices = new InvoicePage(ledger, timeline, payments, settlement);
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
            switch (exchange.getRequestMethod() + " " + page(path)) {
                case "GET " + PAY -> show(exchange, path.substring(PAY.length()));
                case "POST " + PAY -> decide(exchange, path.substring(PAY.length()));
                case "GET " + InvoicePage.PATH -> invoices.show(exchange, path.substring(InvoicePage.PATH.length()));
                case "POST " + InvoicePage.PATH -> invoices.decide(exchange, path.substring(InvoicePage.PATH.length()));
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

    private static String page(String path) {
        return path.startsWith(PAY) ? PAY : path.startsWith(InvoicePage.PATH) ? InvoicePage.PATH : path;
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        ObjectNode session = ledger.read(() -> checkout.session(id).deepCopy());
        if (Checkout.isOpen(session)) {
            String note = exchange.getRequestURI().getQuery();
            html(
                    exchange,
                    200,
                    ledger.read(() -> isAsked(session) ? confirming(session) : PayPage.open(session, note)));
        } else {
            showClosed(exchange, session);
        }
    }

    private boolean isAsked(ObjectNode session) {
        return purchases
                .unpaid(session)
                .map(payments::standing)
                .filter(Outcome.NEEDS_ACTION::equals)
                .isPresent();
    }

    private static String confirming(ObjectNode session) {
        return PayPage.confirming(Rupees.of(session.get("amount_total").longValue(), Json.text(session, "currency")));
    }

    private void decide(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        ObjectNode form = Form.read(new String(Http.body(exchange), StandardCharsets.UTF_8));
        ObjectNode session = ledger.read(() -> checkout.session(id).deepCopy());
        switch (form.path("outcome").asText()) {
            case "pay" -> {
                if (takesCode(exchange, id, form)) {
                    TestMethod card = PayPage.cardIn(form);
                    act(exchange, id, card.answer(true), open -> purchases.pay(open, card));
                }
            }
            case "code" -> {
                if (takesCode(exchange, id, form)) {
                    Http.redirect(exchange, URI.create(PAY + id));
                }
            }
            case "confirm" -> act(exchange, id, BankAnswer.NOT_CONFIRMED, open -> answer(open, true));
            case "refuse" -> act(exchange, id, BankAnswer.NOT_CONFIRMED, open -> answer(open, false));
            case "decline" -> act(exchange, id, BankAnswer.DECLINED, open -> purchases.pay(open, TestMethod.DECLINED));
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

    private Outcome answer(ObjectNode session, boolean yes) {
        ObjectNode invoice = purchases
                .unpaid(session)
                .filter(one -> payments.standing(one) == Outcome.NEEDS_ACTION)
                .orElseThrow(() -> StripeError.invalid("outcome", "Nobody is asked to confirm this payment."));
        return settlement.close(payments.intentOf(invoice).orElseThrow(), yes);
    }

    /** @param no what the page says if the money does not come */
    private void act(HttpExchange exchange, String id, BankAnswer no, Function<ObjectNode, Outcome> work)
            throws IOException {
        Optional<URI> onward = ledger.write(() -> {
            ObjectNode session = checkout.session(id);
            return Checkout.isOpen(session) ? Optional.of(onward(session, no, work.apply(session))) : Optional.empty();
        });
        if (onward.isPresent()) {
            Http.redirect(exchange, onward.get());
        } else {
            showClosed(exchange, ledger.read(() -> checkout.session(id).deepCopy()));
        }
    }

    private static URI onward(ObjectNode session, BankAnswer no, Outcome outcome) {
        return switch (outcome) {
            case PAID, PROCESSING -> successAddress(session);
            case NEEDS_ACTION -> URI.create(PAY + Json.id(session));
            case DECLINED -> URI.create(PAY + Json.id(session) + PayPage.declined(no));
        };
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
