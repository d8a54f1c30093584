package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Window;

/** The tax invoices and credit notes that were issued. */
@ApplicationScoped
public class TaxInvoices {

    @Inject
    Issue issue;

    @Inject
    TaxPaper.Repository papers;

    @Inject
    Pdfs pdfs;

    /** All of an account, the newest first; they outlive the account. */
    @Transactional
    public List<TaxPaper> of(long account) {
        return papers.ofAccount(account);
    }

    /** Invoices, then credit notes, each in the order of their numbers. */
    @Transactional
    public List<TaxPaper> issuedIn(Window window) {
        return papers.issuedIn(window);
    }

    /**
     * The tax invoice for a payment, issued now if its job has not come to it yet.
     *
     * @param paid Stripe's id of the invoice that was paid
     * @return none for one that cost nothing, and where the publisher is not registered for GST
     */
    public Optional<TaxPaper> forPayment(String paid) {
        return issue.invoice(paid);
    }

    /**
     * As {@link #forPayment}, the credit note.
     *
     * @param returned Stripe's id of the refund or of the lost dispute
     */
    public Optional<TaxPaper> forReturn(String returned) {
        return issue.creditNote(returned);
    }

    /**
     * An account's own paper.
     *
     * @param slug its number with hyphens for slashes
     * @return none for another's too, which is as good as not there
     */
    @Transactional
    Optional<TaxPaper> find(long account, String slug) {
        return papers.ofSlug(slug).filter(paper -> paper.account == account);
    }

    /** The PDF as it was issued. */
    public byte[] pdf(TaxPaper paper) {
        return pdfs.of(paper);
    }
}
