package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is read of a Stripe event: where to look, never what to believe. The state itself is fetched.
 * https://docs.stripe.com/api/events/object
 *
 * @param object id of what it tells of
 * @param apiVersion the version it is written in, for example {@code 2026-07-29.dahlia}
 */
record EventHead(
        String id, String type, Instant created, boolean live, String apiVersion, String object, Subject subject) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an event names; which subscriptions that concerns is Stripe's to say. */
    sealed interface Subject {

        record OfSubscription(String id) implements Subject {}

        record OfCheckout(String session) implements Subject {}

        /** @param intent {@code pi_…} */
        record OfPayment(String intent) implements Subject {}

        /** All subscriptions of that customer may be concerned. */
        record OfCustomer(String id) implements Subject {}

        /** @param id {@code pm_…}, whose customer is asked for */
        record OfPaymentMethod(String id) implements Subject {}

        /** Nothing that a subscription hangs on. */
        record OfNothing() implements Subject {}
    }

    /** @throws NotAnEvent where {@code raw} is no event with an id and a type */
    static EventHead read(byte[] raw) throws NotAnEvent {
        JsonNode event = tree(raw);
        if (!event.path("id").asText().startsWith("evt_")
                || event.path("type").asText().isEmpty()) {
            throw new NotAnEvent();
        }
        return new EventHead(
                event.path("id").asText(),
                event.path("type").asText(),
                Instant.ofEpochSecond(event.path("created").asLong()),
                event.path("livemode").asBoolean(),
                event.path("api_version").asText(""),
                event.at("/data/object/id").asText(""),
                subjectOf(event.path("data")));
    }

    private static JsonNode tree(byte[] raw) throws NotAnEvent {
        try {
            return JSON.readTree(raw);
        } catch (IOException garbled) {
            throw new NotAnEvent();
        }
    }

    /**
     * A charge, a refund, a dispute and a warning of fraud name the payment; that a payment is for an invoice stands nowhere in it
     * (https://docs.stripe.com/changelog/basil/2025-03-31/add-support-for-multiple-partial-payments-on-invoices).
     */
    private static Subject subjectOf(JsonNode data) {
        JsonNode object = data.path("object");
        return switch (object.path("object").asText()) {
            case "subscription" -> subscription(object, "/id");
            case "subscription_schedule" -> subscription(object, "/subscription", "/released_subscription");
            case "invoice", "invoiceitem" -> subscription(object, "/parent/subscription_details/subscription");
            case "checkout.session" -> named(in(object, "/id"), Subject.OfCheckout::new);
            case "payment_intent" -> payment(object, "/id");
            case "charge", "refund", "dispute", "radar.early_fraud_warning" -> payment(object, "/payment_intent");
            case "customer" -> customer(data, "/object/id");
            case "discount" -> customer(data, "/object/customer");
            case "payment_method" -> customer(data, "/object/customer", "/previous_attributes/customer");
            case "mandate" -> named(in(object, "/payment_method"), Subject.OfPaymentMethod::new);
            // products, payouts, and whatever Stripe may yet invent
            default -> new Subject.OfNothing();
        };
    }

    private static Subject subscription(JsonNode object, String... places) {
        return named(in(object, places), Subject.OfSubscription::new);
    }

    private static Subject payment(JsonNode object, String place) {
        return named(in(object, place), Subject.OfPayment::new);
    }

    private static Subject customer(JsonNode data, String... places) {
        return named(in(data, places), Subject.OfCustomer::new);
    }

    private static Subject named(Optional<String> id, Function<String, Subject> subject) {
        return id.map(subject).orElseGet(Subject.OfNothing::new);
    }

    private static Optional<String> in(JsonNode node, String... places) {
        return Stream.of(places)
                .map(node::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    static class NotAnEvent extends Exception {
        NotAnEvent() {
            super("The body is not a Stripe event.");
        }
    }
}
