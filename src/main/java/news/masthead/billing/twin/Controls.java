package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What readers and their banks do out of sight of the API, for tests and for the page of local mode. Stripe has none of it. */
final class Controls {

    private final Ledger ledger;
    private final Hours hours;
    private final Disputes disputes;
    private final Settlement settlement;
    private final Mandates mandates;

    Controls(Ledger ledger, Hours hours, Disputes disputes, Settlement settlement, Mandates mandates) {
        this.mandates = mandates;
        this.settlement = settlement;
        this.ledger = ledger;
        this.hours = hours;
        this.disputes = disputes;
    }

    ObjectNode dispute(String payment, String reason) {
        ObjectNode charge = chargeOf(payment);
        return disputes.open(charge, reason, hours.ofOwned(charge));
    }

    ObjectNode decide(String id, boolean won) {
        ObjectNode dispute = ledger.existing("dispute", id, "dispute");
        disputes.decide(dispute, won, hours.ofOwned(chargeOf(Json.text(dispute, "charge"))));
        return dispute;
    }

    ObjectNode close(String payment, boolean yes) {
        ObjectNode intent = ledger.existing("payment_intent", payment, "payment");
        settlement.close(intent, yes);
        return intent;
    }

    void rule(boolean asInIndia) {
        mandates.rule(asInIndia);
    }

    /** @param payment a charge, or a payment intent with one */
    private ObjectNode chargeOf(String payment) {
        ObjectNode found = ledger.find(payment).orElseThrow(() -> StripeError.noSuch("payment", payment, "payment"));
        return Json.is(found, "object", "charge")
                ? found
                : ledger.existing("charge", Json.text(found, "latest_charge"), "payment");
    }
}
