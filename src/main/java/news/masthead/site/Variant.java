package news.masthead.site;

import news.masthead.access.Reason;
import news.masthead.web.Viewer;

/**
 * Which of its few forms a page takes. Small and finite, so that each is rendered once and kept: nothing in it names a reader.
 */
sealed interface Variant {

    /** Everybody of one kind sees the same: fronts, sections, free stories, and any story for who may read everything. */
    record Open(Viewer viewer) implements Variant {}

    /** A metered story, for a reader with that many free ones left. */
    record Counted(Viewer viewer, int left) implements Variant {}

    /** A story that was given to the reader. */
    record Gift(Viewer viewer) implements Variant {}

    /** A story whose words lapsed. */
    record Lapsed(Viewer viewer) implements Variant {}

    /**
     * A story that the gate withholds; a reason holds the policy's numbers, and nothing of the reader.
     *
     * @param invalidGift whether the reader came by a gift link that does not open
     */
    record Wall(Viewer viewer, Reason reason, boolean invalidGift) implements Variant {}
}
