package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * One wire item: what the agency sent, and the form that makes it a story.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param text the safe HTML of the parsed copy; empty when it could not be parsed
 * @param update null unless it updates a story in the paper
 * @param leave null unless it waits, or waited, for the agency's word
 * @param form null when the item may not be published
 * @param story the desk's page of the story that was made of it; empty when there is none
 * @param submit the words on the form's button
 * @param putAside where the wish to put it aside is posted, and what is wrong with it; null when there is nothing to put aside
 * @param quarantine what can be done about it there; null for what lies in none
 * @param lift where the wish to let a withheld item be decided about again is posted; empty for who may not, or nothing to lift
 * @param receipts null unless it is an order that took a story out of the paper
 * @param reading what came beside what was read
 * @param newer the address of the item before in the list; empty on the first
 * @param older the address of the item after; empty on the last
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ItemPage(
        Frame frame,
        Notice notice,
        Facts item,
        RawString text,
        UpdateDiff update,
        LeaveForm leave,
        StoryForm form,
        String submit,
        PutAside putAside,
        Quarantine quarantine,
        String story,
        String lift,
        ReceiptList receipts,
        ItemReading reading,
        String newer,
        String older)
        implements TemplateInstance {

    /**
     * @param replay where the wish to read it again is posted; empty for what came from nobody we can name
     * @param byHand the address of the form for a story written by hand; empty for the same
     * @param hand where the agency that it is of is posted, as {@code agency}; empty for what came from one
     */
    record Quarantine(String replay, String byHand, String hand, List<StoryForm.Choice> agencies) {}

    /**
     * Posted with {@code why}.
     *
     * @param needsWhy whether it must say why
     */
    record PutAside(String action, StoryForm.Field why, boolean needsWhy) {}

    /**
     * What the agency said of its item.
     *
     * @param urgency 1 (flash) to 9; 0 when the item has none
     * @param edNote the agency's note to editors, which no reader may see; may be empty
     * @param disclaimer what the agency's contract prints at the foot; may be empty
     * @param created when the agency made this version; null when it does not say
     * @param embargo until when it must not be public; null for none
     * @param reason why it is held, quarantined or killed; else empty
     */
    record Facts(
            String agency,
            String credit,
            String disclaimer,
            String guid,
            String version,
            String slugline,
            String headline,
            String edNote,
            int urgency,
            Stamp received,
            Stamp created,
            Stamp embargo,
            Standing standing,
            String reason) {}
}
