package news.masthead.desk;

import java.time.Instant;
import news.masthead.story.Story;
import news.masthead.wire.WireItem;

/** How the desk marks what the wire and the paper say of an item or a story. */
final class Standings {

    private Standings() {}

    static Standing of(WireItem item, Instant now) {
        return switch (item.standingAt(now)) {
            case NEW -> Standing.NEW;
            case HELD -> Standing.HELD;
            case QUARANTINED -> Standing.QUARANTINED;
            case PUBLISHED -> Standing.PUBLISHED;
            case IGNORED -> Standing.IGNORED;
            case SUPERSEDED -> Standing.SUPERSEDED;
            case KILLED -> Standing.KILLED;
        };
    }

    static Standing of(Story story) {
        if (story.isKilled()) {
            return Standing.KILLED;
        }
        return story.isWithheld() ? Standing.WITHHELD : Standing.PUBLISHED;
    }

    /** Whether it lies in quarantine, where nothing but a person gets it out. */
    static boolean isQuarantined(WireItem item) {
        return item.standingAt(item.receivedAt) == WireItem.Standing.QUARANTINED;
    }
}
