package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;

/**
 * A reader's whole story with our money.
 *
 * @param notice what came of the last deed; null when there is nothing to say
 * @param form names the next form that is sent, so that it counts once however often it is
 * @param reason as it was typed, where it was refused
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReaderCarePage(
        OpsFrame frame,
        Notice notice,
        String form,
        String reason,
        Who who,
        List<Held> subscriptions,
        List<Paid> payments,
        List<Waiting> waiting,
        List<Line> timeline,
        List<DeedRow> deeds,
        List<PaperRow> papers,
        List<LetterRow> letters,
        List<DriftRow> drift,
        List<EventRow> events,
        List<String> attempts,
        List<NavLink> links)
        implements TemplateInstance {

    /** @param access what they may read and until when, in words */
    record Who(String name, String email, String account, String customer, String since, String access) {}

    /**
     * @param state how it stands, in a sentence
     * @param next what it changes to, in a sentence; empty for nothing
     * @param live whether it can be ended
     */
    record Held(String ref, String plan, String state, String next, boolean live, String sync, String end) {}

    /** @param refund where some of it can be given back; empty where nothing is left */
    record Paid(String what, String number, String givenBack, boolean disputed, String refund) {}

    /** A refund that Stripe has not answered. */
    record Waiting(String what, String id, String again) {}

    record Line(String iso, String at, String what, String ref) {}

    record DeedRow(String what, String atBy, String subject, String reason, String before, String after) {}

    record DriftRow(String at, String how, String ours, String theirs, String subscription) {}

    /** A tax invoice or a credit note. */
    record PaperRow(String number, String what, String at) {}

    /**
     * A letter about money.
     *
     * @param about the payment's day, or whatever day it tells of
     * @param fate whether it went out and when, in words
     */
    record LetterRow(String what, String about, String fate, boolean failed) {}

    record EventRow(String at, String type, String id, String note) {}
}
