package news.masthead.access;

/**
 * How a decision came about. Under the same policy version its facts give the same outcome again.
 *
 * @param rule which rule of that version decided
 * @param usedAfter spends on the meter afterwards; that of the facts where nothing was spent
 */
public record Trace(Facts facts, long policyVersion, String rule, Outcome outcome, int usedAfter) {}
