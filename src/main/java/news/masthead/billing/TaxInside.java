package news.masthead.billing;

import java.time.Instant;
import news.masthead.values.Money;

/** How much of a price is tax, for prices are told with their tax inside. Implemented where taxes are worked out. */
public interface TaxInside {

    /** The tax in an amount that is paid at that instant; nothing where no tax is due. */
    Money of(Money price, Instant paidAt);
}
