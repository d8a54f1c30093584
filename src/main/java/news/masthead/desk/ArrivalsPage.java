package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * Every file that came, newest first, and where each item in it ended.
 *
 * @param filters the choices above the list, with their counts in the words
 * @param filter the slug of the one in force
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ArrivalsPage(
        Frame frame,
        Notice notice,
        List<NavLink> filters,
        String filter,
        Form form,
        List<Row> files,
        Order order,
        List<Replayed> replays,
        String newer,
        String older)
        implements TemplateInstance {

    /**
     * Narrows the list: sent by GET as {@code ended}, {@code agency} and {@code day}.
     *
     * @param clear the address of everything; empty when nothing narrows the list
     */
    record Form(String action, String ended, List<StoryForm.Choice> agencies, String day, String clear) {}

    /**
     * @param name the file's own, or what it is called without one
     * @param how the transport in words
     * @param times how often it came, in words; empty for once
     * @param more how many items it holds beside those that are listed
     */
    record Row(
            String href,
            String agency,
            Stamp received,
            String name,
            String how,
            String size,
            String times,
            boolean unread,
            List<Ended> items,
            long more) {}

    /** Where an item ended. */
    record Ended(String href, String headline, Ending ending, String reason) {}

    /** The ends there are, as the lists mark them. */
    enum Ending {
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        QUARANTINED
    }

    /** The order to read an agency's files again: posted as {@code agency}, {@code from} and {@code until}. */
    record Order(
            String action,
            List<StoryForm.Choice> agencies,
            StoryForm.Field from,
            StoryForm.Field until,
            String error) {}

    /** An order that was given. */
    record Replayed(String href, String what, String progress) {}
}
