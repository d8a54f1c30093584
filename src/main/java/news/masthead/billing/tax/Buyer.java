package news.masthead.billing.tax;

import java.util.Optional;

/**
 * Whom an invoice is made out to.
 *
 * @param name empty in what a reader asked for where it is the account's
 * @param address empty for one who gave none
 * @param state where the buyer is, which is the place of supply
 */
record Buyer(String name, String address, IndianState state, Optional<Gstin> gstin) {}
