package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** https://docs.stripe.com/api/customers */
final class Customers {

    private static final String DEFAULT_METHOD = "invoice_settings.default_payment_method";

    static final Set<String> NEW = Set.of(
            "name",
            "email",
            "phone",
            "description",
            "metadata",
            "test_clock",
            "preferred_locales",
            "address",
            "payment_method",
            DEFAULT_METHOD);
    static final Set<String> CHANGE =
            Set.of("name", "email", "phone", "description", "metadata", "preferred_locales", "address", DEFAULT_METHOD);
    static final Set<String> LIST = Set.of("email", "test_clock", "created");

    private static final String[] PLAIN = {"name", "email", "phone", "description", "preferred_locales", "address"};

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Subscriptions subscriptions;

    Customers(
            Contract contract, Ledger ledger, Hours hours, Journal journal, Cards cards, Subscriptions subscriptions) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.subscriptions = subscriptions;
    }

    ObjectNode create(Call call) {
        ObjectNode customer = contract.blank("Customer")
                .put("id", Ids.next("cus"))
                .put("delinquent", false)
                .put("invoice_prefix", Ids.letters(8).toUpperCase(Locale.ROOT))
                .put("next_invoice_sequence", 1)
                .put("tax_exempt", "none")
                .putNull("test_clock");
        for (String field : PLAIN) {
            customer.putNull(field);
        }
        customer.set("preferred_locales", Json.array());
        if (call.has("test_clock")) {
            customer.put("test_clock", Json.id(TestClocks.ready(ledger, call.text("test_clock"), "test_clock")));
        }
        call.copy(customer, PLAIN);
        call.mergeMetadata(customer);
        ledger.put(customer.put("created", hours.of(customer)));
        takeMethods(call, customer);
        journal.record("customer.created", customer, hours.of(customer));
        return customer;
    }

    /** https://docs.stripe.com/api/customers/create#create_customer-payment_method */
    private void takeMethods(Call call, ObjectNode customer) {
        String asDefault =
                call.params().at("/invoice_settings/default_payment_method").asText(null);
        String attached = call.text("payment_method");
        if (attached != null) {
            ObjectNode method =
                    cards.attach(new Call(call.path(), attached, Json.object().put("customer", Json.id(customer))));
            if (attached.equals(asDefault)) {
                asDefault = Json.id(method);
            }
        }
        setDefault(customer, asDefault);
    }

    /** What pays an invoice whose subscription has no payment method of its own. Null changes nothing, an empty text unsets it. */
    private void setDefault(ObjectNode customer, String method) {
        if (method != null) {
            customer.withObjectProperty("invoice_settings")
                    .put(
                            "default_payment_method",
                            method.isEmpty() ? null : Json.id(cards.ofCustomer(method, customer, hours.of(customer))));
        }
    }

    /** A deleted customer can still be read, as a stub: https://docs.stripe.com/api/customers/retrieve */
    ObjectNode retrieve(Call call) {
        return ledger.find(call.id())
                .filter(customer -> Json.is(customer, "object", "customer"))
                .orElseThrow(() -> StripeError.noSuch("customer", call.id(), "id"));
    }

    ObjectNode update(Call call) {
        ObjectNode customer = ledger.existing("customer", call.id(), "id");
        journal.change("customer.updated", customer, hours.of(customer), () -> {
            call.copy(customer, PLAIN);
            call.mergeMetadata(customer);
            setDefault(
                    customer,
                    call.params().at("/invoice_settings/default_payment_method").asText(null));
        });
        return customer;
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("customer").stream()
                        .filter(customer -> !customer.path("deleted").asBoolean())
                        .filter(customer -> Listing.matches(customer, call, "email", "test_clock")));
    }

    ObjectNode delete(Call call) {
        return delete(ledger.existing("customer", call.id(), "id"));
    }

    /** Also cancels what is active: https://docs.stripe.com/api/customers/delete */
    ObjectNode delete(ObjectNode customer) {
        long at = hours.of(customer);
        ledger.all("subscription", "customer", Json.id(customer))
                .filter(Subscriptions::isLive)
                .forEach(subscription -> subscriptions.end(subscription, at, "cancellation_requested"));
        journal.record("customer.deleted", customer, at);
        return ledger.put(Json.object()
                .put("id", Json.id(customer))
                .put("object", "customer")
                .put("deleted", true));
    }
}
