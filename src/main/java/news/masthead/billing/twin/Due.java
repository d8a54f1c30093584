package news.masthead.billing.twin;

import java.util.function.LongConsumer;

/**
 * Something that happens by itself.
 *
 * @param at when, in seconds of the Unix epoch
 * @param act takes that moment
 */
record Due(long at, LongConsumer act) {}
