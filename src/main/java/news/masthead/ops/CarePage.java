package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;

/**
 * Where a reader is looked for, and what needs somebody.
 *
 * @param asked as it was typed
 * @param found accounts that go by it, where it is more than one; none before anything was asked
 * @param missed whether nothing goes by what was asked
 * @param tries who has had most refused on the way to a payment in the last days
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CarePage(
        OpsFrame frame,
        String action,
        String asked,
        boolean missed,
        List<NavLink> found,
        List<Needy> cases,
        List<ReaderCarePage.DriftRow> drift,
        List<ReaderCarePage.EventRow> parked,
        List<Trier> tries)
        implements TemplateInstance {

    /** @param why what is the matter, in words */
    record Needy(String href, String who, String subscription, String why) {}

    /**
     * @param href empty for somebody who had not logged in
     * @param what how often, in words
     * @param where from, and when last
     */
    record Trier(String href, String who, String what, String where) {}
}
