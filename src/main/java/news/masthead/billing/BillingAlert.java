package news.masthead.billing;

/** What somebody who looks after the money must be told of. */
enum BillingAlert {
    /** A reader bought a plan beside the one that runs. It is ended and paid back by itself. */
    SECOND_SUBSCRIPTION,
    /** A subscription is on a price that this site never made. Whoever paid it reads. */
    UNKNOWN_PRICE,
    /** A charge is not what the reader had accepted. */
    UNEQUAL_CHARGE
}
