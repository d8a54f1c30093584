package news.masthead.desk;

import java.util.List;
import news.masthead.web.Stamp;

/**
 * The agency's word on an item that it, or our doubt, holds back. Shown by {@code desk/leave}.
 *
 * @param action where {@code word} is posted; empty when there is nothing to let go any more
 * @param word what was typed, and what is wrong with it
 * @param given every time it was let go
 */
record LeaveForm(String action, StoryForm.Field word, List<Given> given) {

    record Given(Stamp at, String words) {}
}
