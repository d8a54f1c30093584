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
 * @param live what tells the page of new arrivals; null on any page but the first
 * @param replay where the wish to read all of them again is posted; empty where there is none
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record InboxPage(
        Frame frame,
        Notice notice,
        List<NavLink> filters,
        String filter,
        Form form,
        Live live,
        String replay,
        List<Row> items,
        String newer,
        String older)
        implements TemplateInstance {

    /**
     * Narrows the list: sent by GET as {@code show}, {@code agency}, {@code section}, {@code urgency} and {@code q}.
     *
     * @param clear the address of everything; empty when nothing narrows the list
     */
    record Form(
            String action,
            String show,
            String words,
            List<StoryForm.Choice> agencies,
            List<StoryForm.Choice> sections,
            List<StoryForm.Choice> urgencies,
            String clear) {}

    /**
     * @param ask the address that answers with the ids of the newest items of this list
     * @param list the address of this list
     */
    record Live(String ask, String list) {}

    /**
     * @param agency the source's short name
     * @param urgency 1 (flash) to 9; 0 when the item has none
     * @param slugline the agency's own label; may be empty
     * @param section the name of its section; may be empty
     * @param reason why it is held, quarantined or killed; else empty
     */
    record Row(
            long id,
            String href,
            String agency,
            Stamp received,
            int urgency,
            String slugline,
            String section,
            String headline,
            Standing standing,
            String reason) {}
}
