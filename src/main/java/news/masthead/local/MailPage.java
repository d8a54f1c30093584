package news.masthead.local;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * One mail, shown as text whatever it holds.
 *
 * @param links the addresses found in it that lead to this site, so that they can be followed
 * @param mailbox the address of the list
 */
@CheckedTemplate(basePath = "local", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MailPage(
        Chrome chrome,
        String from,
        String to,
        String subject,
        Stamp sent,
        String text,
        List<NavLink> links,
        String mailbox)
        implements TemplateInstance {}
