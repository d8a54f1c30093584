package news.masthead.story;

import java.time.Instant;

/**
 * An order to take a story out of the paper.
 *
 * @param notice what readers find at its address from now on; neutral
 * @param reason kept in the story's history, for editors
 * @param by the name of the person, or the id of the agency
 * @param agency whether it is the agency's
 * @param received when it reached us: the arrival of the agency's file, or the editor's click
 */
public record Order(String notice, String reason, String by, boolean agency, Instant received) {

    public Order {
        notice = notice.strip();
        reason = reason.strip();
    }

    public static Order ofEditor(String notice, String reason, String editor, Instant received) {
        return new Order(notice, reason, editor, false, received);
    }

    public static Order ofAgency(String notice, String agency, Instant received) {
        return new Order(notice, "ordered by the agency", agency, true, received);
    }
}
