package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import news.masthead.values.Money;

/** Holds every charge that a reader accepted a quote for to that quote, to the paisa; after a trial the first payment too. */
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
                            quote -> compare(
                                    quote,
                                    paid.ref(),
                                    paid.amount(),
                                    quote.terms().today()),
                            () -> began(noted.subscription(), paid));
        }
    }

    private void began(String subscription, Fact.Paid paid) {
        Optional<Quote> quote = bought(subscription).filter(Quote::isAccepted);
        quote.filter(one -> one.invoice == null).ifPresent(one -> quotes.became(one.id, paid.ref()));
        quote.filter(one -> one.invoice != null && isFirstAfterTrial(subscription, paid))
                .ifPresent(one -> compare(
                        one,
                        paid.ref(),
                        paid.amount(),
                        one.terms().next().orElseThrow().amount()));
    }

    private boolean isFirstAfterTrial(String subscription, Fact.Paid paid) {
        return ledger.holding(subscription)
                .flatMap(holding -> Translation.trial(holding.subscription()))
                .filter(trial -> paid.span()
                        .filter(span -> span.start().equals(trial.end()))
                        .isPresent())
                .isPresent();
    }

    /** The charge may have been noted before it was known for what. */
    void became(@Observes Quotes.Became became) {
        facts.paid(became.invoice())
                .ifPresent(amount -> compare(
                        became.quote(),
                        became.invoice(),
                        amount,
                        became.quote().terms().today()));
    }

    private void compare(Quote quote, String invoice, Money charged, Money quoted) {
        if (!charged.equals(quoted)) {
            alerts.raise(
                    BillingAlert.UNEQUAL_CHARGE,
                    "Invoice %s charged account %d %s, and quote %s had said %s: pay back what is too much"
                            .formatted(invoice, quote.account, charged, quote.id, quoted));
        }
    }

    /** The quote that a subscription began with: the checkout has put its own id on the subscription. */
    private Optional<Quote> bought(String subscription) {
        return ledger.holding(subscription)
                .map(holding -> holding.subscription().getMetadata().get(PaymentPage.CHECKOUT))
                .map(UUID::fromString)
                .flatMap(checkouts::find)
                .map(attempt -> attempt.quote)
                .flatMap(quotes::find);
    }
}
