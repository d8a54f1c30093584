package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Tells of a renewal some days before it. https://docs.stripe.com/billing/subscriptions/webhooks#understand */
final class Upcoming {

    private static final Set<String> TOLD_TO = Set.of("active", "trialing");
    private static final String TOLD = "upcoming_told";

    private final Journal journal;
    private final Renewals renewals;
    private final Drafts drafts;
    private final long notice;

    /** @param notice how long before, as the account's settings have it */
    Upcoming(Journal journal, Renewals renewals, Drafts drafts, Duration notice) {
        this.journal = journal;
        this.renewals = renewals;
        this.drafts = drafts;
        this.notice = notice.toSeconds();
    }

    /** Once a period; not of one that is shorter than the notice, nor of a subscription that ends with it. */
    Optional<Due> of(ObjectNode subscription) {
        ObjectNode item = Subscriptions.item(subscription);
        long end = item.get("current_period_end").longValue();
        boolean isComing = TOLD_TO.contains(Json.text(subscription, "status"))
                && end - notice > item.get("current_period_start").longValue()
                && subscription.path(Ledger.PRIVATE).path(TOLD).longValue() != end
                && !(Json.isSet(subscription, "cancel_at")
                        && subscription.get("cancel_at").longValue() <= end);
        return isComing ? Optional.of(new Due(end - notice, at -> tell(subscription, end, at))) : Optional.empty();
    }

    private void tell(ObjectNode subscription, long end, long at) {
        subscription.withObjectProperty(Ledger.PRIVATE).put(TOLD, end);
        journal.record("invoice.upcoming", next(subscription), at);
    }

    /** The invoice that the next period will begin with; kept nowhere. */
    ObjectNode next(ObjectNode subscription) {
        ObjectNode item = Subscriptions.item(subscription);
        long end = item.get("current_period_end").longValue();
        Proration.Change renewal = renewals.of(subscription, end);
        ObjectNode invoice = drafts.ofSubscription(
                renewal.after(),
                "upcoming",
                renewal.lines(),
                item.get("current_period_start").longValue(),
                end);
        return invoice.put("id", Json.id(invoice).replace("in_", "upcoming_in_"));
    }
}
