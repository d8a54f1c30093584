package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import news.masthead.billing.Fact;
import news.masthead.billing.Noted;
import news.masthead.jobs.Outbox;

/** Which facts a paper is due for. */
@ApplicationScoped
class PapersDue {

    @Inject
    Outbox outbox;

    @Inject
    IssueInvoice invoice;

    @Inject
    IssueCreditNote creditNote;

    void hear(@Observes Noted noted) {
        switch (noted.fact()) {
            case Fact.Paid paid -> outbox.soon(invoice, paid.ref());
            case Fact.Refunded refunded -> outbox.soon(creditNote, refunded.ref());
            case Fact.DisputeClosed closed -> {
                if (!closed.won()) {
                    outbox.soon(creditNote, closed.ref());
                }
            }
            // Nothing was sold or given back; a dispute that is open is not decided
            case Fact.Began began -> {}
            case Fact.Declined declined -> {}
            case Fact.Disputed disputed -> {}
            case Fact.Ended ended -> {}
        }
    }
}
