package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import news.masthead.web.Links;
import news.masthead.wire.Leaves;
import news.masthead.wire.WireItem;

/** Shows what an item that is held back waits for, and how it was let go. */
@ApplicationScoped
class LeaveForms {

    @Inject
    Leaves leaves;

    @Inject
    Frames frames;

    @Inject
    UpdateMessages messages;

    /** Null for an item that never waited for the agency's word. */
    LeaveForm of(WireItem item, String problem) {
        boolean waits = leaves.canGo(item);
        List<LeaveForm.Given> given = leaves.of(item).stream()
                .map(leave -> new LeaveForm.Given(frames.stamp(leave.at), messages.wasLetGo(leave.editor, leave.word)))
                .toList();
        String action = waits ? Links.deskItem(item.id) + "/leave" : "";
        return waits || !given.isEmpty() ? new LeaveForm(action, new StoryForm.Field("", problem), given) : null;
    }
}
