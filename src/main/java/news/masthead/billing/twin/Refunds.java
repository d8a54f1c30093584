package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** Gives money back, all or part of it; the invoice stays paid. https://docs.stripe.com/refunds , https://docs.stripe.com/api/refunds */
final class Refunds {

    static final Set<String> NEW = Set.of("payment_intent", "charge", "amount", "reason", "metadata");
    static final Set<String> LIST = Set.of("charge", "payment_intent", "created");

    /** "Some time later" of https://docs.stripe.com/testing#refunds */
    private static final long LATER = Duration.ofHours(1).toSeconds();

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Balance balance;

    Refunds(Contract contract, Ledger ledger, Hours hours, Journal journal, Balance balance) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.balance = balance;
    }

    /** https://docs.stripe.com/api/refunds/create */
    ObjectNode create(Call call) {
        ObjectNode charge = charge(call);
        long left = refundable(charge);
        long amount = call.number("amount").orElse(left);
        if (amount < 1) {
            throw StripeError.invalid("parameter_invalid_integer", "amount", "Invalid positive integer");
        }
        if (amount > left) {
            throw StripeError.invalid(
                    "amount",
                    "Refund amount (%s) is greater than unrefunded amount on charge (%s)"
                            .formatted(rupees(charge, amount), rupees(charge, left)));
        }
        ObjectNode refund = refund(call, charge, amount);
        takeBack(refund, charge, hours.ofOwned(charge));
        return refund;
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("refund", call.id(), "id");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("refund").stream()
                        .filter(refund -> Listing.matches(refund, call, "charge", "payment_intent")));
    }

    /** Those whose end is still to come, each at its moment. */
    Stream<Due> due(String testClock) {
        return ledger.all("refund").stream()
                .filter(refund -> refund.path(Ledger.PRIVATE).has("settles_at"))
                .filter(refund -> hours.isOn(testClock, refund))
                .map(refund ->
                        new Due(refund.at("/" + Ledger.PRIVATE + "/settles_at").longValue(), at -> settle(refund, at)));
    }

    private ObjectNode charge(Call call) {
        if (call.has("charge")) {
            return succeeded(ledger.existing("charge", call.text("charge"), "charge"));
        }
        if (!call.has("payment_intent")) {
            throw StripeError.invalid(
                    null, "One of the following params should be provided for this request: payment_intent or charge.");
        }
        ObjectNode intent = ledger.existing("payment_intent", call.text("payment_intent"), "payment_intent");
        if (!Json.is(intent, "status", "succeeded")) {
            throw StripeError.invalid(
                    "payment_intent",
                    "This PaymentIntent (" + Json.id(intent) + ") does not have a successful charge to refund.");
        }
        return ledger.existing("charge", Json.text(intent, "latest_charge"), "charge");
    }

    private static ObjectNode succeeded(ObjectNode charge) {
        if (!Json.is(charge, "status", "succeeded")) {
            throw StripeError.invalid(
                    "charge_not_refundable",
                    "charge",
                    "Charge " + Json.id(charge) + " was not successful; there is nothing to refund.");
        }
        return charge;
    }

    /** https://docs.stripe.com/error-codes#charge-already-refunded , https://docs.stripe.com/error-codes#charge-disputed */
    private long refundable(ObjectNode charge) {
        if (charge.get("refunded").booleanValue()) {
            throw StripeError.invalid(
                    "charge_already_refunded", null, "Charge " + Json.id(charge) + " has already been refunded.");
        }
        if (ledger.all("dispute", "charge", Json.id(charge))
                .anyMatch(dispute -> !dispute.get("is_charge_refundable").booleanValue())) {
            throw StripeError.invalid(
                    "charge_disputed",
                    null,
                    "Charge " + Json.id(charge) + " has been charged back; cannot issue a refund.");
        }
        return charge.get("amount").longValue() - charge.get("amount_refunded").longValue();
    }

    private ObjectNode refund(Call call, ObjectNode charge, long amount) {
        ObjectNode refund = contract.blank("Refund")
                .put("id", Ids.next("re"))
                .put("amount", amount)
                .put("charge", Json.id(charge))
                .put("created", hours.ofOwned(charge))
                .put("currency", Json.text(charge, "currency"))
                .put("customer", Json.text(charge, "customer"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("payment_method", Json.text(charge, "payment_method"))
                .put("status", "succeeded");
        refund.putObject("metadata");
        call.copy(refund, "reason");
        call.mergeMetadata(refund);
        refund.putObject("destination_details")
                .put("type", "card")
                .putObject("card")
                .put("type", "refund");
        return ledger.put(refund);
    }

    /** Two of the test cards decide later: https://docs.stripe.com/testing#refunds */
    private void takeBack(ObjectNode refund, ObjectNode charge, long at) {
        TestMethod card =
                TestMethod.of(ledger.find(Json.text(charge, "payment_method")).orElseThrow());
        if (card == TestMethod.REFUND_PENDS) {
            refund.put("status", "pending").put("pending_reason", "processing");
            refund.putObject(Ledger.PRIVATE).put("settles_at", at + LATER).put("ends", "succeeded");
        } else if (card == TestMethod.REFUND_FAILS) {
            refund.putObject(Ledger.PRIVATE).put("settles_at", at + LATER).put("ends", "failed");
        }
        count(charge, refund.get("amount").longValue());
        balance.refunded(refund, at);
        journal.record("refund.created", refund, at);
        journal.record("charge.refunded", charge, at);
    }

    private void settle(ObjectNode refund, long at) {
        String end = refund.remove(Ledger.PRIVATE).get("ends").textValue();
        if (end.equals("failed")) {
            fail(refund, at);
        } else {
            journal.change("refund.updated", refund, at, () -> {
                refund.put("status", end);
                refund.remove("pending_reason");
            });
        }
    }

    /** The money is ours again: https://docs.stripe.com/refunds#failed-refunds */
    private void fail(ObjectNode refund, long at) {
        ObjectNode charge = ledger.find(Json.text(refund, "charge")).orElseThrow();
        refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
        balance.refundFailed(refund, at);
        journal.record("refund.failed", refund, at);
        journal.change(
                "charge.updated",
                charge,
                at,
                () -> count(charge, -refund.get("amount").longValue()));
    }

    private static void count(ObjectNode charge, long more) {
        long refunded = charge.get("amount_refunded").longValue() + more;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.get("amount").longValue());
    }

    private static String rupees(ObjectNode charge, long amount) {
        return Rupees.of(amount, Json.text(charge, "currency"));
    }
}
