package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * The wire items that reached us, newest first.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param filters the choices above the list, with their counts in the words
 * @param filter the slug of the one in force
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record InboxPage(
        Frame frame, Notice notice, List<NavLink> filters, String filter, List<Row> items, String newer, String older)
        implements TemplateInstance {

    /**
     * @param agency the source's short name
     * @param urgency 1 (flash) to 9; 0 when the item has none
     * @param slugline the agency's own label; may be empty
     * @param reason why it is held, quarantined or killed; else empty
     */
    record Row(
            String href,
            String agency,
            Stamp received,
            int urgency,
            String slugline,
            String headline,
            Standing standing,
            String reason) {}
}
