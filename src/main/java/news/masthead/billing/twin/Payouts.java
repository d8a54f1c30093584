package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends what the account holds to the publisher's bank, every day at midnight UTC. https://docs.stripe.com/payouts . What readers on a test
 * clock have paid is paid out by that clock, in payouts of its own.
 */
final class Payouts {

    static final Set<String> LIST = Set.of("status", "created", "arrival_date");

    private static final long TO_THE_BANK = Duration.ofDays(1).toSeconds();

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;
    private final Balance balance;

    Payouts(Contract contract, Ledger ledger, Journal journal, Balance balance) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
        this.balance = balance;
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("payout", call.id(), "id");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("payout").stream()
                        .filter(payout -> Listing.matches(payout, call, "status"))
                        .filter(payout -> Listing.isWithin(payout, call, "arrival_date")));
    }

    Stream<Due> due(String testClock) {
        Stream<Due> departures = balance.waiting()
                .filter(entry -> isOn(testClock, entry))
                .filter(entry -> !isHeldBack(entry))
                .map(entry -> new Due(entry.get("available_on").longValue(), at -> payOut(testClock, at)));
        Stream<Due> arrivals = ledger.all("payout", "status", "in_transit")
                .filter(payout -> isOn(testClock, payout))
                .map(payout -> new Due(payout.get("arrival_date").longValue(), at -> arrive(payout, at)));
        return Stream.concat(departures, arrivals);
    }

    /** What is available by then, in one sum; an account in the red waits until there is more. */
    private void payOut(String testClock, long at) {
        List<ObjectNode> ready = balance.waiting()
                .filter(entry -> isOn(testClock, entry))
                .filter(entry -> entry.get("available_on").longValue() <= at)
                .toList();
        long sum =
                ready.stream().mapToLong(entry -> entry.get("net").longValue()).sum();
        ready.forEach(entry -> entry.put("status", "available"));
        if (sum <= 0) {
            ready.forEach(entry -> ((ObjectNode) entry.get(Ledger.PRIVATE)).put("held_back", true));
            return;
        }
        ObjectNode payout = payout(sum, Json.text(ready.getFirst(), "currency"), testClock, at);
        ready.forEach(entry -> ((ObjectNode) entry.get(Ledger.PRIVATE)).put("payout", Json.id(payout)));
        payout.put("balance_transaction", Json.id(balance.paidOut(payout, testClock, at)));
        ledger.put(payout);
        journal.record("payout.created", payout, at);
    }

    private void arrive(ObjectNode payout, long at) {
        payout.put("status", "paid");
        journal.record("payout.paid", payout, at);
    }

    private ObjectNode payout(long amount, String currency, String testClock, long at) {
        ObjectNode payout = contract.blank("Payout")
                .put("id", Ids.next("po"))
                .put("amount", amount)
                .put("arrival_date", at + TO_THE_BANK)
                .put("automatic", true)
                .put("created", at)
                .put("currency", currency)
                .put("description", "STRIPE PAYOUT")
                .put("method", "standard")
                .put("reconciliation_status", "completed")
                .put("source_type", "card")
                .put("status", "in_transit")
                .put("type", "bank_account");
        payout.putObject("metadata");
        payout.putObject(Ledger.PRIVATE).put("test_clock", testClock);
        return payout;
    }

    private static boolean isOn(String testClock, JsonNode object) {
        return Objects.equals(testClock, Json.text(object.path(Ledger.PRIVATE), "test_clock"));
    }

    private static boolean isHeldBack(JsonNode entry) {
        return entry.path(Ledger.PRIVATE).path("held_back").asBoolean();
    }
}
