package news.masthead.wire;

import java.util.List;

/**
 * What became of a delivery, as the agency is told.
 *
 * @param file SHA-256 of its bytes
 * @param items in the file's order
 */
public record Receipt(String file, List<Line> items) {

    /**
     * What became of one item.
     *
     * @param item its id on the desk
     * @param guid empty for a file that could not be read
     * @param outcome {@code accepted}, {@code duplicate}, {@code superseded} or {@code quarantined}
     * @param reason a sentence; may be empty
     */
    public record Line(long item, String guid, String version, String headline, String outcome, String reason) {}

    /** Whether there was something to read in it. */
    public boolean wasRead() {
        return items.stream().noneMatch(line -> line.outcome().equals("quarantined"));
    }
}
