package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * For how long a reader may pause.
 *
 * @param notice null when there is nothing to say
 * @param paidThrough the day on which the pause would begin
 * @param action where the months are posted
 * @param own the address of the plan's page
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PausePage(Chrome chrome, Notice notice, String paidThrough, List<Choice> choices, String action, String own)
        implements TemplateInstance {

    /** @param goesOn when and with what charge it goes on, in a sentence */
    record Choice(int months, String label, String goesOn) {}
}
