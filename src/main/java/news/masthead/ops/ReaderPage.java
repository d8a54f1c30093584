package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * One account, and what staff may do to it.
 *
 * @param notice null where nothing was just done
 * @param reason as it was typed, where it was refused
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReaderPage(Chrome chrome, Notice notice, Facts facts, Ways ways, String reason, List<Change> changes)
        implements TemplateInstance {

    /**
     * @param since day of the first log-in
     * @param paidUntil day on which the right to read everything ends, as things stand; empty where there is none
     */
    record Facts(
            String name,
            String email,
            boolean verified,
            String since,
            int sessions,
            boolean banned,
            String paidUntil) {}

    /** Where each deed is posted, with a reason. */
    record Ways(String ban, String lift, String endSessions, String search) {}

    record Change(String at, String by, String what, String reason) {}
}
