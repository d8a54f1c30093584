package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * How each agency and each way it reaches us fares.
 *
 * @param mailboxes those for all agencies
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record HealthPage(Frame frame, List<Row> agencies, List<Way> mailboxes) implements TemplateInstance {

    /**
     * @param href the agency's files
     * @param last when something came last that was not there before; null for never
     * @param usual the usual gap in words; empty while it is not known
     * @param silent whether it is silent for too long
     * @param ends how many items ended where within 24 hours, with the files in which they did
     */
    record Row(
            String href, String name, Stamp last, String usual, boolean silent, List<NavLink> ends, List<Way> ways) {}

    /**
     * @param name of the feed or mailbox; empty where there is one of the kind
     * @param success when it did what it is for, in words; empty for never
     * @param error what was wrong last and when, in words; empty for nothing ever
     */
    record Way(String kind, String name, boolean fails, String success, String error) {}
}
