package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * One published story: correct it, kill it, and see what was done to it.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param agency the source's credit line; empty for our own stories
 * @param publicPage where readers find it
 * @param form null once it is killed
 * @param kill null once it is killed
 * @param history newest first
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StoryPage(
        Frame frame,
        Notice notice,
        String headline,
        String agency,
        Stamp published,
        Standing standing,
        String publicPage,
        StoryForm form,
        Kill kill,
        List<Change> history)
        implements TemplateInstance {

    /** The order to withdraw: posted as {@code notice} (readers see it at the story's address) and {@code reason} (kept here). */
    record Kill(String action, StoryForm.Field notice, StoryForm.Field reason) {}

    /** One thing that was done to the story: by whom, and the note that went with it. */
    record Change(Stamp at, String who, String what, String note) {}
}
