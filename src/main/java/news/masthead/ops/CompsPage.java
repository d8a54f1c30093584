package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;

/**
 * Who has complimentary access, who had it, and the form to give it.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param give where the form is posted
 * @param zone of the days
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CompsPage(
        OpsFrame frame, Notice notice, CompForm form, String give, String zone, List<Row> running, List<Row> over)
        implements TemplateInstance {

    /**
     * @param span from when to when, in words
     * @param endedBy who ended it before its time and when, in words; empty for nobody
     * @param end where it is ended; empty for one that is over
     */
    record Row(
            String name,
            String email,
            long account,
            String span,
            String reason,
            String givenBy,
            String endedBy,
            String end) {}
}
