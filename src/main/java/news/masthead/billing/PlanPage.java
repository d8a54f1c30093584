package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.subscription.Subscription;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * The reader's own plan: what it is, until when it is paid, what happens then, and all that can be done about it.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param plan null when the reader has none
 * @param comp the last day of complimentary access; empty for a reader without
 * @param doors where the links lead and the forms are posted
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PlanPage(Chrome chrome, Notice notice, Current plan, String comp, Doors doors) implements TemplateInstance {

    /**
     * The plan in force. Dates and amounts are already written out.
     *
     * @param price of a term; empty where that is in another currency, as {@code renewsFor} is
     * @param every how often it is paid; empty for a plan that is sold no more
     * @param paidThrough the last day that is paid
     * @param trial the last day of its trial; empty where it is not on one
     * @param renewsOn the day of the next charge, or of the one that would come if it were resumed; empty where nobody knows it
     * @param renewsFor the amount of that charge
     * @param next the plan that follows at the end of the term, and its day; empty for none
     * @param accessUntil until when the reader may read while it is past due; unused otherwise
     * @param paused from when to when it rests, in a sentence; empty where it does not
     * @param begun whether the pause has begun, so that coming back is paid
     * @param waits for what payment a change waits, in a sentence; empty for none
     * @param awaited what is paid already as far as the reader is concerned, in a sentence; empty for nothing
     * @param lacksConsent whether the bank must still agree to renewals
     * @param pausable whether a pause is offered
     */
    record Current(
            Subscription.State state,
            String name,
            String price,
            String every,
            String paidThrough,
            String trial,
            String renewsOn,
            String renewsFor,
            String next,
            String accessUntil,
            String paused,
            boolean begun,
            String waits,
            String awaited,
            boolean lacksConsent,
            boolean pausable) {

        public boolean isPastDue() {
            return state == Subscription.State.PAST_DUE;
        }

        public boolean isEnding() {
            return state == Subscription.State.ENDING;
        }

        public boolean isOnTrial() {
            return state == Subscription.State.RUNNING && !trial.isEmpty();
        }

        /** Whether it runs and nothing else is decided about it, so that another plan can be chosen. */
        public boolean isChangeable() {
            return state == Subscription.State.RUNNING
                    && next.isEmpty()
                    && waits.isEmpty()
                    && trial.isEmpty()
                    && !price.isEmpty();
        }
    }

    record Doors(
            String plans,
            String account,
            String payment,
            String card,
            String invoices,
            String change,
            String release,
            String pause,
            String callOff,
            String comeBack,
            String cancel,
            String resume) {}
}
