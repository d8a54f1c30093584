package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.jobs.Job;

/** Issues a tax invoice and sets it. In a job and not with the payment's own transaction, so that no look at Stripe ever waits for a number. */
@ApplicationScoped
class IssueInvoice implements Job {

    @Inject
    Issue issue;

    @Inject
    Pdfs pdfs;

    @Override
    public String name() {
        return "tax-invoice";
    }

    /** @param paid Stripe's id of the invoice that was paid */
    @Override
    public void run(String paid) {
        issue.invoice(paid).ifPresent(pdfs::of);
    }
}
