package news.masthead.local;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * The page of local mode: who can log in, what was paid, what time it is.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param parts the services that run beside us, and how far they are
 * @param links the places worth a visit
 * @param payments what the twin has taken, newest first
 */
@CheckedTemplate(basePath = "local", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LocalPage(
        Chrome chrome,
        Notice notice,
        List<Part> parts,
        List<Account> accounts,
        List<NavLink> links,
        ClockFace clock,
        List<Payment> payments)
        implements TemplateInstance {

    /** A service and its state in words. */
    record Part(String name, String state, boolean ready) {}

    /** A demo account. Local mode only: its password is meant to be read. */
    record Account(String role, String user, String password, String what) {}

    /**
     * The clock that the application and the twin share.
     *
     * @param now the moment it shows, in words
     * @param ahead how far it is ahead of the machine's, in words; empty when it is not
     * @param move where a step is posted, as {@code by} (an ISO 8601 duration or period)
     * @param steps the steps on offer: the slug is the value, the label the words
     */
    record ClockFace(String now, String ahead, String move, List<NavLink> steps) {}

    /** One payment at the twin; the state is the provider's word. */
    record Payment(Stamp at, String customer, String what, String amount, String state) {}
}
