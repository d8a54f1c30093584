package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import news.masthead.billing.TaxInside;
import news.masthead.values.Money;

/** As much tax as the invoice of that payment will say. CGST and SGST are together as much as IGST, so the place of supply does not matter. */
@ApplicationScoped
class TaxInPrices implements TaxInside {

    @Inject
    TaxRules rules;

    @Override
    public Money of(Money price, Instant paidAt) {
        return rules.seller()
                .map(seller -> Split.of(price, rules.rateAt(paidAt).basisPoints(), false)
                        .tax())
                .orElseGet(() -> new Money(0));
    }
}
