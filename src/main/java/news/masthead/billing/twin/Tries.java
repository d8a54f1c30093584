package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What cards that are declined leave of an open Checkout session: one payment intent, with a failed charge for each of them. That is what a shop
 * sees of somebody who tries out cards: https://docs.stripe.com/disputes/prevention/card-testing
 */
final class Tries {

    private static final String INTENT = "tries";

    private final Ledger ledger;
    private final Hours hours;
    private final Cards cards;
    private final Intents intents;

    Tries(Ledger ledger, Hours hours, Cards cards, Intents intents) {
        this.ledger = ledger;
        this.hours = hours;
        this.cards = cards;
        this.intents = intents;
    }

    /**
     * The intent waits for another card, and so does the session: https://docs.stripe.com/payments/paymentintents/lifecycle . Where nothing is
     * paid today the card is only looked at, and no money is asked for.
     */
    Outcome declined(ObjectNode session, TestMethod card) {
        if (session.get("amount_total").longValue() > 0) {
            ObjectNode intent = of(session).orElseGet(() -> open(session));
            long at = hours.ofOwned(intent);
            intents.confirm(intent, cards.make(card, at), true, at);
        }
        return Outcome.DECLINED;
    }

    /** What a session leaves unpaid goes with it: https://docs.stripe.com/api/payment_intents/cancel */
    void over(ObjectNode session) {
        of(session).ifPresent(intent -> intents.cancel(intent, "abandoned", hours.ofOwned(intent)));
    }

    private ObjectNode open(ObjectNode session) {
        ObjectNode intent = intents.open(
                session.get("amount_total").longValue(),
                Json.text(session, "currency"),
                Json.text(session, "customer"),
                hours.ofOwned(session));
        session.withObjectProperty(Ledger.PRIVATE).put(INTENT, Json.id(intent));
        return intent;
    }

    private Optional<ObjectNode> of(JsonNode session) {
        return Optional.ofNullable(Json.text(session.path(Ledger.PRIVATE), INTENT))
                .flatMap(ledger::find);
    }
}
