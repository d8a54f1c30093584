package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** A reader's bank takes a payment back. https://docs.stripe.com/disputes/how-disputes-work , https://docs.stripe.com/api/disputes */
final class Disputes {

    static final Set<String> LIST = Set.of("charge", "payment_intent", "created");
    static final Set<String> CHANGE = Set.of("evidence", "submit", "metadata");

    private static final long TO_ANSWER = Duration.ofDays(14).toSeconds();
    private static final Set<String> UNANSWERED = Set.of("needs_response", "warning_needs_response");
    private static final Set<String> CLOSED = Set.of("won", "lost", "warning_closed");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Balance balance;

    Disputes(Contract contract, Ledger ledger, Hours hours, Journal journal, Balance balance) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.balance = balance;
    }

    /** Some test cards are disputed as soon as they have paid: https://docs.stripe.com/testing#disputes */
    void afterPayment(ObjectNode charge, ObjectNode method, long at) {
        TestMethod card = TestMethod.of(method);
        if (card == TestMethod.DISPUTED) {
            open(charge, "fraudulent", at);
        } else if (card == TestMethod.NOT_RECEIVED) {
            open(charge, "product_not_received", at);
        } else if (card == TestMethod.INQUIRED) {
            inquire(charge, at);
        }
    }

    /** The bank takes the money first and asks then. */
    ObjectNode open(ObjectNode charge, String reason, long at) {
        ObjectNode dispute = dispute(charge, reason, at).put("status", "needs_response");
        charge.put("disputed", true);
        entries(dispute).add(balance.withdrawn(dispute, charge, at).deepCopy());
        entries(dispute).forEach(entry -> ((ObjectNode) entry).remove(Ledger.PRIVATE));
        ledger.put(dispute);
        journal.record("charge.dispute.created", dispute, at);
        journal.record("charge.dispute.funds_withdrawn", dispute, at);
        return dispute;
    }

    /** No money moves yet: https://docs.stripe.com/disputes/how-disputes-work#inquiries */
    private void inquire(ObjectNode charge, long at) {
        ObjectNode dispute = dispute(charge, "fraudulent", at)
                .put("status", "warning_needs_response")
                .put("is_charge_refundable", true);
        charge.put("disputed", true);
        ledger.put(dispute);
        journal.record("charge.dispute.created", dispute, at);
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("dispute", call.id(), "id");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("dispute").stream()
                        .filter(dispute -> Listing.matches(dispute, call, "charge", "payment_intent")));
    }

    /**
     * Answers the bank. Two texts decide a test dispute, {@code winning_evidence} and {@code losing_evidence}; any other one leaves it
     * under review. https://docs.stripe.com/testing#disputes , https://docs.stripe.com/api/disputes/update
     */
    ObjectNode update(Call call) {
        ObjectNode dispute = open(retrieve(call));
        long at = at(dispute);
        boolean submits = call.params().path("submit").asBoolean(call.params().has("evidence"));
        journal.change("charge.dispute.updated", dispute, at, () -> {
            call.mergeMetadata(dispute);
            takeEvidence(dispute, call.params().path("evidence"));
            if (submits) {
                submit(dispute);
            }
        });
        String text = dispute.at("/evidence/uncategorized_text").asText();
        if (submits && (text.equals("winning_evidence") || text.equals("losing_evidence"))) {
            decide(dispute, text.equals("winning_evidence"), at);
        }
        return dispute;
    }

    /** Gives in: https://docs.stripe.com/api/disputes/close */
    ObjectNode close(Call call) {
        ObjectNode dispute = open(retrieve(call));
        decide(dispute, false, at(dispute));
        return dispute;
    }

    /** The bank decides. A dispute that is won gives the money back. */
    void decide(ObjectNode dispute, boolean won, long at) {
        boolean inquiry = Json.text(dispute, "status").startsWith("warning");
        dispute.put("status", inquiry ? "warning_closed" : won ? "won" : "lost");
        if (won && !inquiry) {
            ObjectNode charge = ledger.find(Json.text(dispute, "charge")).orElseThrow();
            ObjectNode entry = balance.reinstated(dispute, charge, at).deepCopy();
            entry.remove(Ledger.PRIVATE);
            entries(dispute).add(entry);
        }
        journal.record("charge.dispute.closed", dispute, at);
        if (won && !inquiry) {
            journal.record("charge.dispute.funds_reinstated", dispute, at);
        }
    }

    /** One that nobody answers in time is lost. */
    Stream<Due> due(String testClock) {
        return ledger.all("dispute").stream()
                .filter(dispute -> UNANSWERED.contains(Json.text(dispute, "status")))
                .filter(dispute -> hours.isOn(testClock, chargeOf(dispute)))
                .map(dispute -> new Due(dispute.at("/evidence_details/due_by").longValue(), at -> missed(dispute, at)));
    }

    private void missed(ObjectNode dispute, long at) {
        dispute.withObjectProperty("evidence_details").put("past_due", true);
        decide(dispute, false, at);
    }

    private ObjectNode dispute(ObjectNode charge, String reason, long at) {
        ObjectNode dispute = contract.blank("Dispute")
                .put("id", Ids.next("du"))
                .put(
                        "amount",
                        charge.get("amount").longValue()
                                - charge.get("amount_refunded").longValue())
                .put("charge", Json.id(charge))
                .put("created", at)
                .put("currency", Json.text(charge, "currency"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("reason", reason);
        dispute.withObjectProperty("evidence_details").put("due_by", at + TO_ANSWER);
        return dispute;
    }

    private static ObjectNode open(ObjectNode dispute) {
        if (CLOSED.contains(Json.text(dispute, "status"))) {
            throw StripeError.invalid(null, "This dispute is already closed.");
        }
        return dispute;
    }

    private static void takeEvidence(ObjectNode dispute, JsonNode evidence) {
        dispute.withObjectProperty("evidence")
                .setAll((ObjectNode) (evidence.isObject() ? evidence.deepCopy() : Json.object()));
        if (evidence.isObject()) {
            dispute.withObjectProperty("evidence_details").put("has_evidence", true);
        }
    }

    private static void submit(ObjectNode dispute) {
        boolean inquiry = Json.text(dispute, "status").startsWith("warning");
        dispute.put("status", inquiry ? "warning_under_review" : "under_review");
        ObjectNode details = dispute.withObjectProperty("evidence_details");
        details.put("submission_count", details.get("submission_count").longValue() + 1);
    }

    private long at(ObjectNode dispute) {
        return hours.ofOwned(chargeOf(dispute));
    }

    private ObjectNode chargeOf(ObjectNode dispute) {
        return ledger.find(Json.text(dispute, "charge")).orElseThrow();
    }

    private static ArrayNode entries(ObjectNode dispute) {
        return dispute.withArrayProperty("balance_transactions");
    }
}
