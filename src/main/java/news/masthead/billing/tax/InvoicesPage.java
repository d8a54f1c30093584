package news.masthead.billing.tax;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.billing.PlaceOfSupply;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * A reader's tax invoices and credit notes, and what is to stand on the next.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param papers the newest first
 * @param details where the form is posted
 * @param plan the address of the reader's plan
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record InvoicesPage(
        Chrome chrome,
        Notice notice,
        List<Row> papers,
        DetailsForm form,
        List<PlaceOfSupply.Choice> states,
        String details,
        String plan)
        implements TemplateInstance {

    /**
     * A paper, all written out.
     *
     * @param what a credit note says which invoice it takes back
     * @param pdf where it is downloaded
     */
    record Row(String number, String what, String issued, String amount, String tax, String pdf) {}
}
