package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import news.masthead.jobs.Job;
import news.masthead.jobs.Outbox;

/**
 * Ends at Stripe the subscription whose money a bank has taken back for good: https://docs.stripe.com/disputes/responding. The reader's access went
 * with the money; without this the next term would be charged.
 */
@ApplicationScoped
class LostDispute implements Job {

    @Inject
    Outbox outbox;

    @Inject
    Care care;

    void hear(@Observes Noted noted) {
        if (noted.fact() instanceof Fact.DisputeClosed closed && !closed.won()) {
            outbox.soon(this, noted.subscription());
        }
    }

    @Override
    public String name() {
        return "stripe-dispute-lost";
    }

    @Override
    public void run(String subscription) {
        care.cancel(subscription);
    }
}
