package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * The other plans that a reader may go over to; or a change that waits for its payment.
 *
 * @param notice null when there is nothing to say
 * @param now the plan the reader has; empty for none
 * @param choices empty where nothing can be chosen
 * @param waiting null where no change waits
 * @param own the address of the plan's page
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangePage(Chrome chrome, Notice notice, String now, List<Choice> choices, Waiting waiting, String own)
        implements TemplateInstance {

    /**
     * @param starts when it would, in a sentence
     * @param href where it says what it costs
     */
    record Choice(String name, String price, String every, String perMonth, String starts, String href) {}

    /**
     * @param unpaid that it was not paid, in a sentence
     * @param words what can be done
     * @param pay where it is paid; empty while the payment partner does not say
     * @param giveUp where it is posted that it shall not be
     */
    record Waiting(String plan, String unpaid, String words, String amount, String pay, String giveUp) {}
}
