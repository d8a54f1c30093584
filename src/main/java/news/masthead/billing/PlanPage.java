package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * The reader's own plan: what it is, until when it is paid, what happens then, and the way out.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param plan null when the reader has none
 * @param comp the last day of complimentary access; empty for a reader without
 * @param plans the address of the plans page
 * @param account the address of the account page
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PlanPage(Chrome chrome, Notice notice, Current plan, String comp, String plans, String account)
        implements TemplateInstance {

    /**
     * The plan in force. Dates and amounts are already written out.
     *
     * @param paidThrough the last day that is paid
     * @param ends whether the reader has cancelled, so that it does not renew
     * @param renewsOn the day of the next charge, or of the one that would come if it were resumed
     * @param renewsFor the amount of that charge
     * @param pastDue whether the last charge failed
     * @param accessUntil until when the reader may read while it is past due; unused otherwise
     * @param settle where to pay or change the way of payment; empty where there is no such page
     * @param cancel where the cancellation is posted
     * @param resume where it is taken back
     */
    record Current(
            String name,
            String price,
            String paidThrough,
            boolean ends,
            String renewsOn,
            String renewsFor,
            boolean pastDue,
            String accessUntil,
            String settle,
            String cancel,
            String resume) {}
}
