package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.StripeClient;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;

/** A subscription's life at Stripe, step by step, of which the site hears nothing: on tape, with what is owed after each step. */
final class Life {

    /** @param moment the first at which it can arrive */
    record Happening(String type, byte[] event, int moment) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DRAFT_HOUR = Duration.ofMinutes(61);

    final Tape tape;
    final StripeLook look = new StripeLook();
    final EventPlaces places = new EventPlaces();
    final List<Happening> happenings = new ArrayList<>();
    final List<Owed> owed = new ArrayList<>();
    String subscription;

    private final StripeClient stripe;
    private final Till till;
    private final URI api;
    private final Customers customers;
    private final Buyer reader;
    private int known;

    Life(StripeClient stripe, Till till, URI api, StripeLedger ledger, Customers customers) {
        this.stripe = stripe;
        this.till = till;
        this.api = api;
        this.customers = customers;
        tape = new Tape(stripe);
        look.stripe = tape.client();
        places.stripe = tape.client();
        places.ledger = ledger;
        places.pace = new Pace() {
            @Override
            void await() {
                // The tape has no limit
            }
        };
        reader = till.aReader();
    }

    /** Three events of one second, a renewal that is drafted and paid, its money given back, a cancellation, and the end. */
    Life renewedAndGivenBack() {
        begins(Card.GOOD);
        Instant renewal = till.periodEnd(reader);
        goesOnTo(renewal.plusSeconds(60), "customer.subscription.updated");
        goesOnTo(renewal.plus(DRAFT_HOUR), "invoice.paid");
        StripeFailure.asking(() -> stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(newestPayment())
                        .build()));
        happened("charge.refunded");
        StripeFailure.asking(() -> stripe.v1()
                .subscriptions()
                .update(
                        subscription,
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build()));
        happened("customer.subscription.updated");
        goesOnTo(till.periodEnd(reader).plusSeconds(1), "customer.subscription.deleted");
        return this;
    }

    /** A renewal that fails, is tried again, and is given up. */
    Life neverPaidAgain() {
        begins(Card.FAILS_AT_RENEWAL);
        Instant renewal = till.periodEnd(reader);
        goesOnTo(renewal.plusSeconds(60), "customer.subscription.updated");
        goesOnTo(renewal.plus(DRAFT_HOUR), "invoice.payment_failed", "customer.subscription.updated");
        goesOnTo(renewal.plus(DRAFT_HOUR).plus(Duration.ofDays(3)), "invoice.payment_failed");
        goesOnTo(renewal.plus(Duration.ofDays(16)), "customer.subscription.deleted");
        return this;
    }

    int lastMoment() {
        return owed.size() - 1;
    }

    private void begins(Card card) {
        known = allEvents().size();
        till.pay(reader.subscribe("quarterly").header("Location"), card);
        subscription = till.subscriptionsAtStripe(reader).get(0).getId();
        happened("customer.subscription.created", "customer.subscription.updated", "invoice.paid");
    }

    private void goesOnTo(Instant instant, String... types) {
        till.moveWithoutReconcile(reader, instant);
        happened(types);
    }

    /** Takes the first new event of each type, and what Stripe answers and owes now. */
    private void happened(String... types) {
        List<JsonNode> events = allEvents();
        List<JsonNode> fresh = events.subList(known, events.size());
        known = events.size();
        for (String type : types) {
            JsonNode event = fresh.stream()
                    .filter(one -> one.path("type").asText().equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + type + " among " + fresh));
            happenings.add(new Happening(type, event.toString().getBytes(StandardCharsets.UTF_8), owed.size()));
        }
        tape.record(() ->
                look.at(subscription).orElseThrow().payments().forEach(payment -> places.ofPayment(payment.getId())));
        owed.add(Owed.at(api, subscription));
    }

    private String newestPayment() {
        PaymentIntentListParams ofReader = PaymentIntentListParams.builder()
                .setCustomer(customers.ensure(reader.account()))
                .build();
        return StripeFailure.all(() -> stripe.v1().paymentIntents().list(ofReader))
                .get(0)
                .getId();
    }

    /** Of this reader, oldest first. */
    private List<JsonNode> allEvents() {
        String customer = customers.ensure(reader.account());
        List<JsonNode> events = new ArrayList<>();
        try {
            JSON.readTree(RestAssured.given()
                            .header("Authorization", "Bearer sk_test_backdrop")
                            .get(api + "/v1/events?limit=100")
                            .asString())
                    .path("data")
                    .forEach(event -> {
                        if (event.at("/data/object/customer").asText().equals(customer)) {
                            events.addFirst(event);
                        }
                    });
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        return events;
    }
}
