package news.masthead.billing;

import com.stripe.Stripe;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.jobs.Job;

/** Looks where an event points. What the event itself says is never believed, so order, repetition and age of events do not matter. */
@ApplicationScoped
class HearEvent implements Job {

    @Inject
    EventInbox inbox;

    @Inject
    StripeAccount stripe;

    @Inject
    StripeSync sync;

    @Inject
    Checkout checkout;

    @Override
    public String name() {
        return "stripe-event";
    }

    @Override
    public void run(String id) {
        Optional<String> parked = whyParked(head(id));
        parked.ifPresent(reason -> Log.infof("Stripe event %s is parked: %s", id, reason));
        inbox.close(id, parked.isPresent() ? StripeEvent.State.PARKED : StripeEvent.State.HEARD, parked.orElse(null));
    }

    private EventHead head(String id) {
        try {
            return EventHead.read(inbox.raw(id));
        } catch (EventHead.NotAnEvent impossible) {
            throw new IllegalStateException("Event " + id + " was kept and cannot be read", impossible);
        }
    }

    private Optional<String> whyParked(EventHead head) {
        if (head.live() != stripe.isLive()) {
            return Optional.of(head.live() ? "of live mode, and this is a test" : "of a test, and this is live mode");
        }
        if (head.checkout().flatMap(checkout::look).isPresent()) {
            return otherTrain(head);
        }
        return switch (head.subscription().map(sync::sync).orElse(null)) {
            case null -> Optional.of("points at no subscription");
            case StripeSync.Found.Ours ours -> otherTrain(head);
            case StripeSync.Found.Foreign foreign -> Optional.of("customer " + foreign.customer() + " is not ours");
            case StripeSync.Found.Nothing nothing -> Optional.of("Stripe knows no such subscription");
        };
    }

    /** Ids stand in the same place in each of Stripe's release trains, so the look was taken; but the endpoint is set up for another one. */
    private static Optional<String> otherTrain(EventHead head) {
        return train(head.apiVersion()).equals(train(Stripe.API_VERSION))
                ? Optional.empty()
                : Optional.of(
                        "written in " + head.apiVersion() + "; set the webhook endpoint to " + Stripe.API_VERSION);
    }

    private static String train(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('.') + 1);
    }
}
