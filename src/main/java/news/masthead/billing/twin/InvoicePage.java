package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where a reader pays an invoice that is due, by another card if need be. https://docs.stripe.com/invoicing/hosted-invoice-page */
final class InvoicePage {

    static final String PATH = "/_twin/invoice/";

    private final Ledger ledger;
    private final Timeline timeline;
    private final Payments payments;
    private final Settlement settlement;

    InvoicePage(Ledger ledger, Timeline timeline, Payments payments, Settlement settlement) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.payments = payments;
        this.settlement = settlement;
    }

    static URI address(URI twin, ObjectNode invoice) {
        return twin.resolve(PATH + Json.id(invoice));
    }

    void show(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        String page =
                ledger.read(() -> page(invoice(id), exchange.getRequestURI().getQuery()));
        Http.send(exchange, 200, "text/html; charset=utf-8", page);
    }

    void decide(HttpExchange exchange, String id) throws IOException {
        timeline.catchUp();
        ObjectNode form = Form.read(new String(Http.body(exchange), StandardCharsets.UTF_8));
        String note = ledger.write(() -> done(invoice(id), form));
        Http.redirect(exchange, URI.create(PATH + id + note));
    }

    /** @return what the address is given to say it on the page that comes next */
    private String done(ObjectNode invoice, ObjectNode form) {
        if (!Invoices.isOpen(invoice)) {
            return "";
        }
        Outcome standing = payments.standing(invoice);
        return switch (form.path("outcome").asText()) {
            case "pay" -> standing == Outcome.PROCESSING ? "" : pay(invoice, PayPage.cardIn(form));
            case "confirm" -> standing == Outcome.NEEDS_ACTION ? close(invoice, true) : "";
            case "refuse" -> standing == Outcome.NEEDS_ACTION ? close(invoice, false) : "";
            default -> throw StripeError.missing("outcome");
        };
    }

    private String pay(ObjectNode invoice, TestMethod card) {
        return settlement.payInPerson(invoice, card) == Outcome.DECLINED ? PayPage.declined(card.answer(true)) : "";
    }

    private String close(ObjectNode invoice, boolean yes) {
        Outcome outcome = settlement.close(payments.intentOf(invoice).orElseThrow(), yes);
        return outcome == Outcome.DECLINED ? PayPage.declined(BankAnswer.NOT_CONFIRMED) : "";
    }

    private String page(ObjectNode invoice, String note) {
        if (!Invoices.isOpen(invoice)) {
            return Invoices.isPaid(invoice)
                    ? PayPage.notice("This invoice is paid", "Thank you. Nothing more is due.", null)
                    : PayPage.notice("Nothing to pay", "This invoice is no longer collected.", null);
        }
        return switch (payments.standing(invoice)) {
            case PROCESSING ->
                PayPage.notice("Your payment is under way", "Your bank answers later; you need not pay again.", null);
            case NEEDS_ACTION -> PayPage.confirming(due(invoice));
            case PAID, DECLINED -> PayPage.invoice(Json.text(invoice, "number"), due(invoice), note);
        };
    }

    private static String due(ObjectNode invoice) {
        return Rupees.of(invoice.get("amount_remaining").longValue(), Json.text(invoice, "currency"));
    }

    private ObjectNode invoice(String id) {
        return ledger.existing("invoice", id, "invoice");
    }
}
