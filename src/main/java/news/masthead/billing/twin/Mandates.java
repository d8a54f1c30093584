package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What India's Reserve Bank asks of cards issued there: an e-mandate that the reader confirms, a notice a day before each debit, and a
 * confirmation of every debit above 15,000 rupees. https://docs.stripe.com/india-recurring-payments , https://docs.stripe.com/api/mandates
 */
final class Mandates {

    /** 26 hours: the notice of a day, and what its delivery takes. */
    private static final long NOTICE = Duration.ofHours(26).toSeconds();
    /** A reader who opts out does so soon after the notice. */
    private static final long OPT_OUT = Duration.ofHours(1).toSeconds();

    private static final long CONFIRMED_EACH_TIME = 15_000_00;

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;
    private volatile boolean ruled;

    Mandates(Contract contract, Ledger ledger, Journal journal) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
    }

    /** From now on. Without it Indian cards are charged like any other. */
    void rule(boolean inIndia) {
        ruled = inIndia;
    }

    boolean covers(ObjectNode method) {
        return ruled && "IN".equals(method.at("/card/country").textValue());
    }

    /**
     * Made by the payment that the reader is there for and confirms, over the amount that is to be paid again and again. The plain Indian
     * card pays unasked and so has none, which the first renewal finds out.
     */
    void register(ObjectNode method, ObjectNode charge, long agreed, long at) {
        if (!covers(method) || TestMethod.of(method) == TestMethod.INDIAN) {
            return;
        }
        ObjectNode mandate = contract.blank("Mandate")
                .put("id", Ids.next("mandate"))
                .put("payment_method", Json.id(method))
                .put("status", "active")
                .put("type", "multi_use");
        mandate.putObject("customer_acceptance")
                .put("accepted_at", at)
                .put("type", "online")
                .putObject("online")
                .putNull("ip_address")
                .putNull("user_agent");
        mandate.putObject("multi_use").put("amount", agreed).put("currency", Json.text(charge, "currency"));
        mandate.putObject("payment_method_details").put("type", "card").putObject("card");
        ledger.put(mandate);
        name(charge, Json.id(mandate));
    }

    /** A debit without the reader: what stands in its way, or that it takes its time. */
    BankAnswer ask(ObjectNode method, long amount) {
        Optional<ObjectNode> mandate = latest(method);
        if (mandate.isEmpty()) {
            return BankAnswer.NO_MANDATE;
        }
        if (!Json.is(mandate.get(), "status", "active")) {
            return BankAnswer.MANDATE_CANCELED;
        }
        return amount > mandate.get().at("/multi_use/amount").longValue()
                ? BankAnswer.MANDATE_EXCEEDED
                : BankAnswer.ANSWERS_LATER;
    }

    /** The notice of a debit: https://docs.stripe.com/api/payment_intents/object#payment_intent_object-processing-card-customer_notification */
    void notifyOf(ObjectNode intent, ObjectNode method, long at) {
        boolean isLarge = intent.get("amount").longValue() > CONFIRMED_EACH_TIME;
        intent.putObject("processing")
                .put("type", "card")
                .putObject("card")
                .putObject("customer_notification")
                .put("approval_requested", isLarge)
                .put("completes_at", at + NOTICE);
        TestMethod card = TestMethod.of(method);
        boolean optsOut = card == TestMethod.INDIAN_OPTS_OUT;
        intent.putObject(Ledger.PRIVATE)
                .put("settles_at", at + (optsOut ? OPT_OUT : NOTICE))
                .put("comes", !isLarge && !optsOut && card != TestMethod.INDIAN_REFUSED);
    }

    /** Why a debit failed that was announced. A reader who opted out has canceled the mandate with it. */
    BankAnswer refusal(ObjectNode intent, ObjectNode method, long at) {
        if (TestMethod.of(method) == TestMethod.INDIAN_OPTS_OUT) {
            latest(method).ifPresent(mandate -> cancel(mandate, at));
        }
        if (latest(method)
                .filter(mandate -> Json.is(mandate, "status", "active"))
                .isEmpty()) {
            return BankAnswer.MANDATE_CANCELED;
        }
        return intent.get("amount").longValue() > CONFIRMED_EACH_TIME ? BankAnswer.NOT_CONFIRMED : BankAnswer.DECLINED;
    }

    void cancel(ObjectNode mandate, long at) {
        journal.change("mandate.updated", mandate, at, () -> mandate.put("status", "inactive"));
    }

    /** As {@code payment_method_details.card.mandate}. */
    void name(ObjectNode method, ObjectNode charge) {
        latest(method).filter(mandate -> covers(method)).ifPresent(mandate -> name(charge, Json.id(mandate)));
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("mandate", call.id(), "mandate");
    }

    private Optional<ObjectNode> latest(ObjectNode method) {
        return ledger.all("mandate", "payment_method", Json.id(method)).reduce((earlier, later) -> later);
    }

    private static void name(ObjectNode charge, String mandate) {
        charge.withObjectProperty("payment_method_details")
                .withObjectProperty("card")
                .put("mandate", mandate);
    }
}
