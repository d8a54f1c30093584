package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checkout sessions in subscription mode. https://docs.stripe.com/api/checkout/sessions . A session has no test clock: it opens and
 * expires by the given clock, and what it sells starts by the customer's.
 */
final class Checkout {

    static final Set<String> NEW = Set.of(
            "mode",
            "customer",
            "customer_email",
            "client_reference_id",
            "success_url",
            "cancel_url",
            "expires_at",
            "metadata",
            "allow_promotion_codes",
            "discounts",
            "line_items.price",
            "line_items.quantity",
            "payment_method_collection",
            "subscription_data.metadata",
            "subscription_data.trial_end",
            "subscription_data.trial_period_days",
            "subscription_data.trial_settings",
            "locale",
            "payment_method_types");
    static final Set<String> LIST = Set.of("customer", "status", "subscription", "created");

    private static final long SHORTEST = 30 * 60L;
    private static final long LONGEST = 24 * 60 * 60L;

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Presentation presentation;
    private final Basket basket;
    private final Tries tries;

    Checkout(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Journal journal,
            Presentation presentation,
            Basket basket,
            Tries tries) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.presentation = presentation;
        this.basket = basket;
        this.tries = tries;
    }

    ObjectNode create(Call call, URI twin) {
        if (!call.required("mode").equals("subscription")) {
            throw StripeError.notModelled("Checkout in mode " + call.text("mode"));
        }
        refuseNoAddress("success_url", call.required("success_url").replace("{CHECKOUT_SESSION_ID}", "cs"));
        if (call.has("cancel_url")) {
            refuseNoAddress("cancel_url", call.text("cancel_url"));
        }
        if (call.has("customer") && call.has("customer_email")) {
            throw StripeError.invalid(
                    "customer", "You may only specify one of these parameters: customer, customer_email.");
        }
        ObjectNode session = blank(call);
        if (call.has("customer")) {
            session.put("customer", Json.id(ledger.existing("customer", call.text("customer"), "customer")));
        }
        call.copy(session, "customer_email", "client_reference_id", "success_url", "cancel_url", "locale");
        session.putObject("metadata");
        call.mergeMetadata(session);
        JsonNode data = call.params().path("subscription_data");
        session.withObjectProperty(Ledger.PRIVATE).set(Basket.DATA, data.isObject() ? data : Json.object());
        call.copy(session, "payment_method_collection");
        basket.fill(call, session);
        session.put("url", HostedPages.address(twin, session).toString());
        return ledger.put(session);
    }

    ObjectNode retrieve(Call call) {
        return session(call.id());
    }

    ObjectNode session(String id) {
        return ledger.existing("checkout.session", id, "session");
    }

    ObjectNode list(Call call) {
        Stream<ObjectNode> found = ledger.all("checkout.session").stream()
                .filter(session -> Listing.matches(session, call, "customer", "status", "subscription"));
        return Listing.page(call, found);
    }

    ObjectNode lineItems(Call call) {
        return presentation.lineItems(retrieve(call));
    }

    /** https://docs.stripe.com/api/checkout/sessions/expire */
    ObjectNode expire(Call call) {
        ObjectNode session = retrieve(call);
        if (!isOpen(session)) {
            throw StripeError.invalid(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
                            + Json.text(session, "status") + ".");
        }
        expire(session, hours.now());
        return session;
    }

    void expire(ObjectNode session, long at) {
        session.put("status", "expired").putNull("url");
        tries.over(session);
        journal.record("checkout.session.expired", session, at);
    }

    /** The twin may have come back on another port. */
    void moveOpenSessions(URI twin) {
        ledger.all("checkout.session", "status", "open")
                .forEach(session ->
                        session.put("url", HostedPages.address(twin, session).toString()));
    }

    static boolean isOpen(ObjectNode session) {
        return Json.is(session, "status", "open");
    }

    /** @throws StripeError if the code does not hold */
    void takeCode(ObjectNode session, String word) {
        basket.takeCode(session, word);
    }

    private ObjectNode blank(Call call) {
        ObjectNode session = contract.blank("Checkout.Session")
                .put("id", "cs_test_" + Ids.letters(58))
                .put("created", hours.now())
                .put("expires_at", expiresAt(call))
                .put("mode", "subscription")
                .put("payment_method_collection", "always")
                .put("payment_status", "unpaid")
                .put("status", "open")
                .put("ui_mode", "hosted_page");
        session.set("payment_method_types", Json.texts("card"));
        return session;
    }

    /** Half an hour to a day ahead: https://docs.stripe.com/payments/checkout/managing-limited-inventory */
    private long expiresAt(Call call) {
        long now = hours.now();
        long asked = call.number("expires_at").orElse(now + LONGEST);
        // The site took its own "now" a moment earlier and rounded it down to the second.
        if (asked < now + SHORTEST - 10 || asked > now + LONGEST) {
            throw StripeError.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        }
        return asked;
    }

    private static void refuseNoAddress(String param, String text) {
        try {
            if (URI.create(text).isAbsolute()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, for both ways in which it is no address.
        }
        throw StripeError.invalid("url_invalid", param, "Not a valid URL");
    }
}
