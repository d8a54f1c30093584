package news.masthead.billing.revenue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.masthead.subscription.Grace;
import news.masthead.values.Publication;

/** What subscriptions bring the publisher. Everything is worked out from the facts of billing each time it is asked for, so nothing can drift. */
@ApplicationScoped
public class Revenue {

    @Inject
    Books books;

    @Inject
    PayoutRows payouts;

    @Inject
    Grace grace;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    /** As known now. Amounts are gross, as readers paid them, but for deferred revenue, which is net of the tax
     * that their invoices show. Months those of the publisher's zone. */
    public Figures figures() {
        Instant now = clock.instant();
        Figures.Sum sum = new Figures.Sum(now, publication.zone(), new Graces(grace.usual(), grace.pastDue()));
        books.each(now, sum::add);
        return sum.figures();
    }

    /** What Stripe has sent to the bank since then, the newest first, as it was told the last night. */
    public List<PaidOut> payouts(Instant since) {
        return payouts.since(since);
    }
}
