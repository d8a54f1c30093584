package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The agency's word on one item, by itself.
 *
 * @param leave null when there is none to ask for
 * @param reason why it is held
 * @param item the desk's page of the item
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LeavePage(Frame frame, String headline, String reason, LeaveForm leave, String item)
        implements TemplateInstance {}
