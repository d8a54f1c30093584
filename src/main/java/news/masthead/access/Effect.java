package news.masthead.access;

import java.util.List;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;

/**
 * What a policy would do to a story.
 *
 * @param now its class under the policy in force
 * @param then its class under the other
 */
public record Effect(Story story, AccessClass now, AccessClass then, List<Meeting> meetings) {

    /**
     * What a reader of a kind meets who has spent nothing yet.
     *
     * @param plan code of a subscriber's plan; empty for others
     */
    public record Meeting(ReaderClass reader, String plan, Outcome now, Outcome then) {}

    /** Whether it, or anybody who opens it, would fare otherwise. */
    public boolean isChange() {
        return now != then || meetings.stream().anyMatch(meeting -> meeting.now() != meeting.then());
    }
}
