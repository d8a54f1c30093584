package news.masthead.subscription;

import news.masthead.values.Money;
import news.masthead.values.Window;

/**
 * One paid span of a subscription.
 *
 * @param invoice the provider's id of the invoice that paid it
 * @param amount what was paid on it
 */
public record PaidTerm(String invoice, Window span, Money amount) {}
