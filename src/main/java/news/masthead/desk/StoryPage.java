package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * One story: correct it, withhold or kill it, and see what was done to it.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param agency the source's credit line; empty for our own stories
 * @param publicPage where readers find it
 * @param form null where it is out of the paper
 * @param withhold null where it is out of the paper
 * @param kill null once it is killed
 * @param release null where it is not withheld
 * @param receipts null where it was never taken out of the paper
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
        Order withhold,
        Order kill,
        Release release,
        ReceiptList receipts,
        List<Change> history)
        implements TemplateInstance {

    /**
     * The order to withdraw: posted as {@code notice} (readers see it at the story's address) and {@code reason} (kept here).
     *
     * @param wrong whether it was given and something in it is missing
     */
    record Order(String action, StoryForm.Field notice, StoryForm.Field reason, boolean wrong) {}

    /**
     * How a withheld story comes back.
     *
     * @param ask where the wish is posted; empty where there is one, or none is needed
     * @param wish who asked for it and why; empty for nobody
     * @param release where the release is posted; empty for who may not release it
     */
    record Release(String ask, StoryForm.Field reason, String wish, String release) {}

    /** One thing that was done to the story: by whom, and the note that went with it. */
    record Change(Stamp at, String who, String what, String note) {}
}
