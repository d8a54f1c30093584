package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** The publisher's account: an entry for each movement of money, fees included. https://docs.stripe.com/api/balance_transactions */
final class Balance {

    static final String KIND = "balance_transaction";
    static final Set<String> LIST = Set.of("payout", "type", "source", "currency", "created");

    private static final long WHOLE = 10_000;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    /** Two days until it can be paid out: https://docs.stripe.com/payouts#payout-speed */
    private static final long WAIT = 2 * DAY;

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final long feeBasisPoints;

    /** @param feeBasisPoints what Stripe keeps of each charge, in hundredths of a percent: https://docs.stripe.com/reports/fees */
    Balance(Contract contract, Ledger ledger, Hours hours, long feeBasisPoints) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.feeBasisPoints = feeBasisPoints;
    }

    void charged(ObjectNode charge, long at) {
        long amount = charge.get("amount").longValue();
        long fee = (amount * feeBasisPoints + WHOLE / 2) / WHOLE;
        ObjectNode entry = entry("charge", "charge", charge, amount, fee, at);
        charge.put("balance_transaction", Json.id(put(entry, charge)));
    }

    /** The fee of the charge is not given back: https://docs.stripe.com/refunds */
    void refunded(ObjectNode refund, long at) {
        ObjectNode entry = entry("refund", "refund", refund, -amount(refund), 0, at);
        refund.put("balance_transaction", Json.id(put(entry, refund)));
    }

    void refundFailed(ObjectNode refund, long at) {
        ObjectNode entry = entry("refund_failure", "refund_failure", refund, amount(refund), 0, at);
        refund.put("failure_balance_transaction", Json.id(put(entry, refund)));
    }

    /** https://docs.stripe.com/reports/reporting-categories */
    ObjectNode withdrawn(ObjectNode dispute, ObjectNode charge, long at) {
        return put(entry("adjustment", "dispute", dispute, -amount(dispute), 0, at), charge);
    }

    ObjectNode reinstated(ObjectNode dispute, ObjectNode charge, long at) {
        return put(entry("adjustment", "dispute_reversal", dispute, amount(dispute), 0, at), charge);
    }

    /** Leaves the account with the payout that it belongs to. */
    ObjectNode paidOut(ObjectNode payout, String testClock, long at) {
        ObjectNode entry = entry("payout", "payout", payout, -amount(payout), 0, at)
                .put("status", "available")
                .put("available_on", at);
        entry.putObject(Ledger.PRIVATE).put("test_clock", testClock).put("payout", Json.id(payout));
        return ledger.put(entry);
    }

    /** What no payout has taken yet. */
    Stream<ObjectNode> waiting() {
        return ledger.all(KIND).stream()
                .filter(entry -> !entry.path(Ledger.PRIVATE).has("payout"));
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing(KIND, call.id(), "id");
    }

    /** By payout, also the payout's own entry: https://docs.stripe.com/api/balance_transactions/list */
    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all(KIND).stream()
                        .filter(entry -> Listing.matches(entry, call, "type", "source", "currency"))
                        .filter(entry -> !call.has("payout")
                                || Json.is(entry.path(Ledger.PRIVATE), "payout", call.text("payout"))));
    }

    private ObjectNode put(ObjectNode entry, ObjectNode owned) {
        entry.putObject(Ledger.PRIVATE).put("test_clock", hours.clockOf(owned).orElse(null));
        return ledger.put(entry);
    }

    private ObjectNode entry(String type, String category, ObjectNode source, long amount, long fee, long at) {
        ObjectNode entry = contract.blank("BalanceTransaction")
                .put("id", Ids.next("txn"))
                .put("amount", amount)
                .put("available_on", at + WAIT - Math.floorMod(at, DAY))
                .put("balance_type", "payments")
                .put("created", at)
                .put("currency", Json.text(source, "currency"))
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", category)
                .put("source", Json.id(source))
                .put("status", "pending")
                .put("type", type);
        if (fee != 0) {
            entry.putArray("fee_details")
                    .addObject()
                    .put("amount", fee)
                    .putNull("application")
                    .put("currency", Json.text(source, "currency"))
                    .put("description", "Stripe processing fees")
                    .put("type", "stripe_fee");
        }
        return entry;
    }

    private static long amount(ObjectNode object) {
        return object.get("amount").longValue();
    }
}
