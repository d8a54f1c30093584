package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds in the objects what falls due when, and does it in the order of time. Nothing of this is kept anywhere else. */
final class Timeline {

    private final Ledger ledger;
    private final Hours hours;
    private final Agenda agenda;
    private final Checkout checkout;
    private final Settlement settlement;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Payouts payouts;

    Timeline(
            Ledger ledger,
            Hours hours,
            Agenda agenda,
            Checkout checkout,
            Settlement settlement,
            Refunds refunds,
            Disputes disputes,
            Payouts payouts) {
        this.ledger = ledger;
        this.hours = hours;
        this.agenda = agenda;
        this.checkout = checkout;
        this.settlement = settlement;
        this.refunds = refunds;
        this.disputes = disputes;
        this.payouts = payouts;
    }

    /** Does what is due of the objects that go by the given clock. */
    void catchUp() {
        if (ledger.read(() -> next(null, hours.now())).isPresent()) {
            ledger.write(() -> {
                advanceTo(hours.now());
                return null;
            });
        }
    }

    private void advanceTo(long now) {
        for (Optional<Due> due = next(null, now); due.isPresent(); due = next(null, now)) {
            due.get().act().accept(due.get().at());
        }
    }

    void advance(ObjectNode clock, long target) {
        for (Optional<Due> due = next(Json.id(clock), target); due.isPresent(); due = next(Json.id(clock), target)) {
            clock.put(
                    "frozen_time",
                    Math.max(clock.get("frozen_time").longValue(), due.get().at()));
            due.get().act().accept(due.get().at());
        }
        clock.put("frozen_time", target);
    }

    private Optional<Due> next(String testClock, long until) {
        List<Due> coming = new ArrayList<>();
        ledger.all("subscription", "test_clock", testClock)
                .forEach(subscription -> coming.addAll(agenda.of(subscription)));
        ledger.all("invoice", "test_clock", testClock).forEach(invoice -> coming.addAll(agenda.ofInvoice(invoice)));
        settlement.due(testClock).forEach(coming::add);
        refunds.due(testClock).forEach(coming::add);
        disputes.due(testClock).forEach(coming::add);
        payouts.due(testClock).forEach(coming::add);
        if (testClock == null) {
            ledger.all("checkout.session", "status", "open")
                    .forEach(session -> coming.add(
                            new Due(session.get("expires_at").longValue(), at -> checkout.expire(session, at))));
        }
        return coming.stream().filter(due -> due.at() <= until).min(Comparator.comparingLong(Due::at));
    }
}
