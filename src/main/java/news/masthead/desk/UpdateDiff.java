package news.masthead.desk;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * An agency's update of a story in the paper, paragraph by paragraph, and the form that takes it. Shown by {@code desk/update-diff}.
 *
 * @param action where the choice is posted: {@code version}, {@code take} once for each chosen place, {@code note}, and {@code all} for everything
 * @param ignore where the wish to put it aside is posted
 * @param version of the story that the editor sees
 * @param edited whether staff changed what the agency had sent
 * @param headline what the update is headed; the story keeps its own
 * @param correction whether the agency calls it a correction
 * @param note what readers are to be told of it
 */
record UpdateDiff(
        String action,
        String ignore,
        int version,
        boolean edited,
        String headline,
        boolean correction,
        String note,
        List<Row> rows) {

    /**
     * One place; safe HTML each.
     *
     * @param id posted as {@code take}; empty where paper and update say the same
     * @param before what the agency had said here; empty unless staff changed it
     * @param label what the box beside it says
     */
    record Row(
            String id,
            RawString before,
            RawString paper,
            RawString update,
            boolean edited,
            boolean chosen,
            String label) {}
}
