package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.jobs.Job;

/** Issues a credit note and sets it. */
@ApplicationScoped
class IssueCreditNote implements Job {

    @Inject
    Issue issue;

    @Inject
    Pdfs pdfs;

    @Override
    public String name() {
        return "tax-credit-note";
    }

    /** @param returned Stripe's id of the refund or of the lost dispute */
    @Override
    public void run(String returned) {
        issue.creditNote(returned).ifPresent(pdfs::of);
    }
}
