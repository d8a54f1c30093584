package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * What a reader owes whose payment failed, and how to put it right. Everything but buying a second time is offered.
 *
 * @param notice null when there is nothing to say
 * @param plan as readers know it
 * @param due the amount; empty while the payment partner does not say
 * @param trouble why it was not paid, in a sentence
 * @param readOn until when the reader may read
 * @param pay where it is paid; empty where there is no such page, or nothing to do
 * @param payWords what paying does
 * @param card where the way to the portal is posted
 * @param own the address of the plan's page
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FixPaymentPage(
        Chrome chrome,
        Notice notice,
        String plan,
        String due,
        String trouble,
        String readOn,
        String pay,
        String payWords,
        String card,
        String own)
        implements TemplateInstance {}
