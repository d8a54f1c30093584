package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import news.masthead.identity.Belongings;
import news.masthead.jobs.Outbox;

/** What an account has paid, and what Stripe told of it. */
@ApplicationScoped
class BillingBelongings implements Belongings {

    /** By then Stripe has sent what it had to say about the end. */
    private static final Duration LAST_EVENTS = Duration.ofDays(4);

    @Inject
    CareBook book;

    @Inject
    DeedBook deeds;

    @Inject
    ForgetErased forget;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "payments";
    }

    @Override
    @Transactional
    public Map<String, Object> of(long account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("customerAtStripe", book.customerOf(account));
        all.put(
                "facts",
                book.facts(account).stream().map(BillingBelongings::fact).toList());
        all.put(
                "triesToBuy",
                book.attempts(account).stream().map(BillingBelongings::attempt).toList());
        all.put("detailsForInvoices", book.invoiceDetails(account));
        all.put("taxInvoices", book.taxPapers(account));
        return all;
    }

    /** Facts and ledger hold no name. What staff typed may, and Stripe's events do; some of those are still to come. */
    @Override
    @Transactional
    public void erase(long account) {
        entities.createNativeQuery("delete from invoice_details where account = :account")
                .setParameter("account", account)
                .executeUpdate();
        deeds.forgetWhy(account);
        outbox.soon(forget, Long.toString(account));
        outbox.at(clock.instant().plus(LAST_EVENTS), forget, Long.toString(account));
    }

    private static Map<String, Object> fact(CareBook.NotedFact fact) {
        return Map.of(
                "at", fact.at().toString(),
                "what", fact.kind().name(),
                "plan", fact.plan(),
                "amount", fact.amount().toString(),
                "number", fact.ref());
    }

    private static Map<String, Object> attempt(CareBook.Attempt attempt) {
        return Map.of(
                "plan", attempt.plan(),
                "until", attempt.expiresAt().toString(),
                "state", attempt.state());
    }
}
