package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;

/**
 * The reader's account. Never kept in a shared cache: it holds a name.
 *
 * @param name as the reader gave it; may be empty
 * @param links the pages of this account that other rooms own, such as the plan and the devices
 * @param comp the last day of complimentary access; empty for a reader without
 * @param meter null for a subscriber, whose readings are not counted
 * @param logout where the log-out is posted
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AccountPage(
        Chrome chrome, String name, String email, List<NavLink> links, String comp, Meter meter, String logout)
        implements TemplateInstance {

    /**
     * @param left how many free stories are left, in a sentence
     * @param resets the day on which they start again, in words; empty where no one day is everybody's
     */
    record Meter(String left, String resets) {}
}
