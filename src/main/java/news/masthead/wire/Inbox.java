package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Licences;
import news.masthead.story.UnfitCopy;
import news.masthead.values.Dates;

/** What the agencies sent, for the editors who decide about it. */
@ApplicationScoped
public class Inbox {

    /** Where counts stop: nobody pages through more. */
    public static final int MOST_COUNTED = 10_000;

    @Inject
    WireItems items;

    @Inject
    ItemLists lists;

    @Inject
    Archive archive;

    @Inject
    WithholdOrder withholdOrder;

    @Inject
    Threads threads;

    @Inject
    Licences licences;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /** A choice of items by where they stand. */
    public enum Filter {
        ALL("true"),
        /** Can be published now. */
        NEW("i.standing = 'NEW' and (i.embargo is null or i.embargo <= :now)"),
        HELD("(i.standing = 'HELD' or (i.standing = 'NEW' and i.embargo > :now))"),
        QUARANTINED("i.standing = 'QUARANTINED'"),
        PUBLISHED("i.standing = 'PUBLISHED'"),
        KILLED("i.standing = 'KILLED'"),
        SUPERSEDED("i.standing = 'SUPERSEDED'"),
        IGNORED("i.standing = 'IGNORED'");

        private final String where;

        Filter(String where) {
            this.where = where;
        }

        String where() {
            return where;
        }
    }

    /** The newest arrivals, newest first. */
    @Transactional
    public List<WireItem> newest(Search search, int limit) {
        return lists.newest(search, clock.instant(), limit);
    }

    /** The arrivals before an item, newest first. */
    @Transactional
    public List<WireItem> olderThan(long item, Search search, int limit) {
        return lists.olderThan(item, search, clock.instant(), limit);
    }

    /** The arrivals after an item that are nearest to it, newest first. */
    @Transactional
    public List<WireItem> newerThan(long item, Search search, int limit) {
        return lists.newerThan(item, search, clock.instant(), limit);
    }

    /** The ids of what {@link #newest} answers; cheap enough to be asked for all the time. */
    @Transactional
    public List<Long> newestIds(Search search, int limit) {
        return lists.newestIds(search, clock.instant(), limit);
    }

    /** How many items of a search stand where; {@link #MOST_COUNTED} and one for any more than that. */
    @Transactional
    public Map<Filter, Long> counts(Search search) {
        return lists.counts(search, clock.instant(), MOST_COUNTED);
    }

    /** Every version of an item that came, oldest arrival first. */
    @Transactional
    public List<WireItem> versionsOf(WireItem item) {
        return items.versionsOf(item.source, item.guid);
    }

    @Transactional
    public Optional<WireItem> item(long id) {
        return items.findByIdOptional(id);
    }

    /** The item whose words a story was last made of; none for a story of the paper's own. */
    @Transactional
    public Optional<WireItem> printedAs(long story) {
        return items.lastPublishedAs(story);
    }

    /** The items that came before and after one. */
    public record Neighbours(Optional<Long> newer, Optional<Long> older) {}

    @Transactional
    public Neighbours neighboursOf(WireItem item) {
        return new Neighbours(
                items.find("id > ?1 order by id", item.id).firstResultOptional().map(newer -> newer.id),
                items.find("id < ?1 order by id desc", item.id)
                        .firstResultOptional()
                        .map(older -> older.id));
    }

    /**
     * An item that may go into the paper now. Nothing else can happen to it, a kill included, until the transaction around this call ends.
     *
     * @throws UnfitCopy with a sentence for the editor if it may not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public WireItem release(long id) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        threads.lock(item);
        items.getEntityManager().refresh(item);
        obstacle(item).ifPresent(sentence -> {
            throw new UnfitCopy(List.of(sentence));
        });
        return item;
    }

    /**
     * A file in quarantine that an editor has read and wrote a story of. As {@link #release}.
     *
     * @throws UnfitCopy with a sentence for the editor if it lies in quarantine no more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public WireItem releaseUnread(long id) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        if (item.standing != WireItem.Standing.QUARANTINED) {
            throw new UnfitCopy(List.of("This file lies in quarantine no more."));
        }
        return item;
    }

    /** Notes that a released item is in the paper; what its agency withheld before is withheld no more. */
    @Transactional
    public void published(long id, long story) {
        WireItem item = items.findById(id);
        item.becomes(archive.story(story).orElseThrow());
        threads.follow(item, story);
        withholdOrder.lift(item.source, item.guid, "a newer version");
    }

    /** Notes that what its agency withheld of a story may be used again. */
    @Transactional
    public void lift(long story, String editor) {
        items.withholdsOf(story).forEach(mark -> withholdOrder.lift(mark.source(), mark.guid(), editor));
    }

    /** Whether an item may not be published because its agency withholds it. */
    public boolean isHeldBack(WireItem item) {
        return item.standing == WireItem.Standing.HELD && item.reason.equals(WithholdOrder.HELD_BACK);
    }

    /** Notes that an item which its agency withheld may be used again. */
    @Transactional
    public void lift(String source, String guid, String editor) {
        withholdOrder.lift(source, guid, editor);
    }

    /**
     * Puts an item aside; it stays findable. Only what waits can be put aside.
     *
     * @param why in the editor's words; may be empty
     */
    @Transactional
    public void ignore(long id, String why, String editor) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        if (waits(item)) {
            item.stands(
                    WireItem.Standing.IGNORED, "Put aside by " + editor + (why.isBlank() ? "." : ": " + why.strip()));
        }
    }

    /** Whether an editor has still to decide about an item. */
    public static boolean waits(WireItem item) {
        return switch (item.standing) {
            case NEW, HELD, QUARANTINED -> true;
            case PUBLISHED, IGNORED, SUPERSEDED, KILLED -> false;
        };
    }

    /** Why an item may not go into the paper now, in a sentence for the editor; none if it may. */
    public Optional<String> obstacle(WireItem item) {
        return switch (item.standing) {
            case NEW ->
                item.embargo()
                        .filter(until -> clock.instant().isBefore(until))
                        .map(until -> "The agency's embargo on this item ends only at " + dates.minute(until) + ".")
                        .or(() -> licences.obstacle(item.source));
            case HELD -> Optional.of("This item is held: " + item.reason);
            case QUARANTINED -> Optional.of("This file could not be read: " + item.reason);
            case PUBLISHED -> Optional.of("This item is in the paper already.");
            case IGNORED -> Optional.of("This item was put aside.");
            case SUPERSEDED -> Optional.of("A newer version of this item has come. Publish that one.");
            case KILLED -> Optional.of("The agency killed this item. It may not be published.");
        };
    }
}
