package news.masthead.billing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import news.masthead.jobs.Job;
import news.masthead.jobs.Outbox;

/** What is settled with Stripe after each start, in the background: readers read whether or not Stripe answers. */
@ApplicationScoped
class SettleWithStripe implements Job {

    @Inject
    Outbox outbox;

    @Inject
    Catalogue catalogue;

    @Inject
    Reconcile reconcile;

    @Inject
    OfferTable offers;

    @Inject
    Promotions promotions;

    @Inject
    Clock clock;

    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 1000) StartupEvent started) {
        outbox.soon(this, "start");
    }

    @Override
    public String name() {
        return "stripe-start";
    }

    @Override
    public void run(String key) {
        reconcile.now();
        catalogue.ensure();
        Instant now = clock.instant();
        offers.all().stream().filter(offer -> offer.holdsAt(now)).forEach(promotions::of);
    }
}
