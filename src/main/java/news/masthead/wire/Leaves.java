package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import news.masthead.story.UnfitCopy;
import news.masthead.wire.WireItem.Standing;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireMessage;

/** Lets go what waits for the agency's word: an embargo without a time that we can read, a status that we do not know, a note to hold. */
@ApplicationScoped
public class Leaves {

    @Inject
    WireItems items;

    @Inject
    Leave.Repository leaves;

    @Inject
    Clock clock;

    /** Whether an editor may let an item go. An embargo with a time is not among it: that is held to the instant. */
    public boolean canGo(WireItem item) {
        return item.standing == Standing.HELD
                && !item.reason.equals(WithholdOrder.HELD_BACK)
                && item.copy()
                        .map(WireMessage::of)
                        .filter(WireMessage.ForReaders.class::isInstance)
                        .map(message -> Verdict.of(message, clock.instant()))
                        .filter(verdict -> !verdict.isHeldBy(Verdict.Cause.KIND))
                        .isPresent();
    }

    /**
     * Lets an item wait for nobody but an editor any more; who did, and why, is kept for ever.
     *
     * @param word what the agency said
     * @throws UnfitCopy if there is no word, or nothing to let go; then nothing has changed
     */
    @Transactional
    public void letGo(long id, String word, String editor) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        if (word.isBlank()) {
            throw new UnfitCopy(List.of("Write down who at the agency said so, and what."));
        }
        if (!canGo(item)) {
            throw new UnfitCopy(List.of("This item does not wait for the agency's word."));
        }
        leaves.persist(new Leave(item.id, editor, word.strip(), clock.instant()));
        item.stands(Standing.NEW, "Let go by " + editor + " on the agency's word: " + word.strip());
    }

    /** Every time an item was let go, oldest first. */
    @Transactional
    public List<Leave> of(WireItem item) {
        return leaves.list("item = ?1 order by id", item.id);
    }
}
