package news.masthead.billing;

import com.stripe.Stripe;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks where an event points. What the event itself says is never believed, so order, repetition and age of events do not matter. */
@ApplicationScoped
class Hearing {

    private static final Set<String> KNOWN_TYPES =
            Stream.of(EnabledEvent.values()).map(EnabledEvent::getValue).collect(Collectors.toUnmodifiableSet());

    @Inject
    StripeAccount stripe;

    @Inject
    EventPlaces places;

    @Inject
    Checkout checkout;

    @Inject
    FailedPayments failedPayments;

    @Inject
    ChosenCard chosenCard;

    /** Why an event is not acted on, or was and is not as it should be. */
    record Parked(StripeEvent.Reason reason, String note) {}

    /**
     * Brings what the event points at to where Stripe has it.
     *
     * @param sync takes a subscription's id and says what was found there
     * @return none where all is well
     * @throws StripeFailure where Stripe does not answer
     */
    Optional<Parked> hear(EventHead head, Syncing sync) {
        if (head.live() != stripe.isLive()) {
            return parked(
                    StripeEvent.Reason.OTHER_MODE,
                    head.live() ? "of live mode, and this is a test" : "of a test, and this is live mode");
        }
        chosenCardOf(head).ifPresent(chosenCard::follow);
        Optional<Parked> amiss = isTryOnOurPage(head) ? Optional.empty() : follow(head.subject(), sync);
        return otherTrain(head).or(() -> unknownType(head)).or(() -> amiss);
    }

    /** The customer of ours who may have chosen another card. */
    private Optional<String> chosenCardOf(EventHead head) {
        return head.type().equals("customer.updated") && head.subject() instanceof EventHead.Subject.OfCustomer customer
                ? Optional.of(customer.id()).filter(id -> places.accountOf(id).isPresent())
                : Optional.empty();
    }

    private boolean isTryOnOurPage(EventHead head) {
        return head.type().equals("charge.failed") && failedPayments.look(head.object());
    }

    private Optional<Parked> follow(EventHead.Subject subject, Syncing sync) {
        return switch (subject) {
            case EventHead.Subject.OfSubscription one -> synced(one.id(), sync);
            case EventHead.Subject.OfCheckout page ->
                checkout.look(page.session()).isPresent()
                        ? Optional.empty()
                        : parked(StripeEvent.Reason.FOREIGN, "checkout " + page.session() + " is not ours");
            case EventHead.Subject.OfPayment payment ->
                places.ofPayment(payment.intent()).map(id -> synced(id, sync)).orElseGet(Hearing::pointless);
            case EventHead.Subject.OfCustomer customer -> customer(customer.id(), sync);
            case EventHead.Subject.OfPaymentMethod method ->
                places.customerOf(method.id()).map(id -> customer(id, sync)).orElseGet(Hearing::pointless);
            case EventHead.Subject.OfNothing nothing -> pointless();
        };
    }

    private Optional<Parked> customer(String customer, Syncing sync) {
        Optional<Long> account = places.accountOf(customer);
        account.ifPresent(id -> places.ofCustomer(id, customer).forEach(sync::sync));
        return account.isPresent() ? Optional.empty() : foreign(customer);
    }

    private static Optional<Parked> synced(String subscription, Syncing sync) {
        return switch (sync.sync(subscription)) {
            case StripeSync.Found.Ours ours -> Optional.empty();
            case StripeSync.Found.Foreign foreign -> foreign(foreign.customer());
            case StripeSync.Found.Nothing nothing ->
                parked(StripeEvent.Reason.NOT_AT_STRIPE, "Stripe knows no such subscription");
        };
    }

    private static Optional<Parked> foreign(String customer) {
        return parked(StripeEvent.Reason.FOREIGN, "customer " + customer + " is not ours");
    }

    private static Optional<Parked> pointless() {
        return parked(StripeEvent.Reason.NO_SUBSCRIPTION, "points at no subscription");
    }

    private static Optional<Parked> unknownType(EventHead head) {
        return KNOWN_TYPES.contains(head.type())
                ? Optional.empty()
                : parked(StripeEvent.Reason.UNKNOWN_TYPE, "of a type that this release does not know");
    }

    /** Ids stand in the same place in each of Stripe's release trains, so the look was taken; but the endpoint is set up for another one. */
    private static Optional<Parked> otherTrain(EventHead head) {
        return train(head.apiVersion()).equals(train(Stripe.API_VERSION))
                ? Optional.empty()
                : parked(
                        StripeEvent.Reason.OTHER_TRAIN,
                        "written in " + head.apiVersion() + "; set the webhook endpoint to " + Stripe.API_VERSION);
    }

    private static String train(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('.') + 1);
    }

    private static Optional<Parked> parked(StripeEvent.Reason reason, String note) {
        return Optional.of(new Parked(reason, note));
    }

    /** {@link StripeSync#sync}, or what it has just answered. */
    interface Syncing {
        StripeSync.Found sync(String subscription);
    }
}
