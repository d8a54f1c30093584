package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import news.masthead.values.Money;

/** Holds every charge that a reader accepted a quote for to that quote, to the paisa. */
@ApplicationScoped
class ChargedAsQuoted {

    @Inject
    Quotes quotes;

    @Inject
    CheckoutBook checkouts;

    @Inject
    StripeLedger ledger;

    @Inject
    FactBook facts;

    @Inject
    BillingAlerts alerts;

    void paid(@Observes Noted noted) {
        if (noted.fact() instanceof Fact.Paid paid) {
            quotes.ofInvoice(paid.ref())
                    .ifPresentOrElse(
                            quote -> compare(quote, paid.ref(), paid.amount()),
                            () -> bought(noted.subscription()).ifPresent(quote -> quotes.became(quote.id, paid.ref())));
        }
    }

    /** The charge may have been noted before it was known for what. */
    void became(@Observes Quotes.Became became) {
        facts.paid(became.invoice()).ifPresent(amount -> compare(became.quote(), became.invoice(), amount));
    }

    private void compare(Quote quote, String invoice, Money charged) {
        Money quoted = quote.terms().today();
        if (!charged.equals(quoted)) {
            alerts.raise(
                    BillingAlert.UNEQUAL_CHARGE,
                    "Invoice %s charged account %d %s, and quote %s had said %s: pay back what is too much"
                            .formatted(invoice, quote.account, charged, quote.id, quoted));
        }
    }

    /** The quote that a subscription began with, if it is not charged yet: the checkout has put its own id on the subscription. */
    private Optional<Quote> bought(String subscription) {
        return ledger.holding(subscription)
                .map(holding -> holding.subscription().getMetadata().get(PaymentPage.CHECKOUT))
                .map(UUID::fromString)
                .flatMap(checkouts::find)
                .map(attempt -> attempt.quote)
                .flatMap(quotes::find)
                .filter(quote -> quote.isAccepted() && quote.invoice == null);
    }
}
