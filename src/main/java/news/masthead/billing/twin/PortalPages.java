package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /_twin/portal/{bps}}: the page in place of Stripe's Billing Portal. What is done there answers with a redirect. */
final class PortalPages implements HttpHandler {

    private final Ledger ledger;
    private final Timeline timeline;
    private final PortalCounter counter;
    private final Violations violations;

    PortalPages(Ledger ledger, Timeline timeline, PortalCounter counter, Violations violations) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.counter = counter;
        this.violations = violations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        HostedPages.protect(exchange);
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(Portal.PATH.length());
        timeline.catchUp();
        try {
            switch (exchange.getRequestMethod()) {
                case "GET" -> show(exchange, id);
                case "POST" -> act(exchange, id);
                default -> html(exchange, 405, PayPage.notice("Not possible", "This page is read or sent.", null));
            }
        } catch (StripeError refusal) {
            html(exchange, refusal.status(), PayPage.notice("This cannot be done", refusal.getMessage(), null));
        } catch (RuntimeException e) {
            violations.add(path, List.of(e.toString()));
            html(exchange, 500, PayPage.notice("The twin failed", e.toString(), null));
        }
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        PortalCounter.View view = ledger.read(() -> counter.look(id));
        ObjectNode query = Form.read(
                exchange.getRequestURI().getRawQuery() == null
                        ? ""
                        : exchange.getRequestURI().getRawQuery());
        html(exchange, 200, new PortalPage(view, query).html());
    }

    private void act(HttpExchange exchange, String id) throws IOException {
        ObjectNode form = Form.read(new String(Http.body(exchange), StandardCharsets.UTF_8));
        String action = form.path("action").asText();
        ObjectNode session = ledger.write(() -> {
            String subscription = form.path("subscription").asText();
            switch (action) {
                case "card" -> counter.takeCard(id, PayPage.cardIn(form));
                case "cancel" -> counter.cancel(id, subscription);
                case "resume" -> counter.resume(id, subscription);
                default -> throw StripeError.missing("action");
            }
            return counter.look(id).session();
        });
        Http.redirect(exchange, after(session, action));
    }

    /** https://docs.stripe.com/customer-management/portal-deep-links#customize-after-completion */
    private static URI after(ObjectNode session, String action) {
        String away = session.at("/flow/after_completion/redirect/return_url").textValue();
        return URI.create(away == null ? Portal.PATH + Json.id(session) + "?home&done=" + action : away);
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        Http.send(exchange, status, "text/html; charset=utf-8", page);
    }
}
