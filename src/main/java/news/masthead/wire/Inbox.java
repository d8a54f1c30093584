package news.masthead.wire;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.story.Licences;
import news.masthead.story.UnfitCopy;
import news.masthead.values.Dates;
import news.masthead.wire.format.WireReader;

/** What the agencies sent, for the editors who decide about it. */
@ApplicationScoped
public class Inbox {

    private static final String BY_ARRIVAL = " order by receivedAt desc, id desc";

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    WithholdOrder withholdOrder;

    @Inject
    Licences licences;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /** A choice of items. */
    public enum Filter {
        /** Can be published now. */
        NEW("standing = NEW and (embargo is null or embargo <= :now)"),
        HELD("(standing = HELD or (standing = NEW and embargo > :now))"),
        QUARANTINED("standing = QUARANTINED and receivedAt <= :now"),
        PUBLISHED("standing = PUBLISHED and receivedAt <= :now"),
        KILLED("standing = KILLED and receivedAt <= :now"),
        ALL("receivedAt <= :now");

        private final String where;

        Filter(String where) {
            this.where = where;
        }
    }

    /**
     * Newest arrivals first.
     *
     * @param page from 0
     */
    @Transactional
    public List<WireItem> items(Filter filter, int page, int pageSize) {
        return items.find(filter.where + BY_ARRIVAL, now())
                .page(Page.of(page, pageSize))
                .list();
    }

    @Transactional
    public long count(Filter filter) {
        return items.count(filter.where, now());
    }

    @Transactional
    public Optional<WireItem> item(long id) {
        return items.findByIdOptional(id);
    }

    /** The item whose words a story was last made of; none for a story of the paper's own. */
    @Transactional
    public Optional<WireItem> printedAs(long story) {
        return items.find("story = ?1 and standing = ?2 order by id desc", story, WireItem.Standing.PUBLISHED)
                .firstResultOptional();
    }

    /** The bytes an item came in. */
    @Transactional
    public Optional<byte[]> raw(long id) {
        return items.findByIdOptional(id)
                .map(item -> files.findById(new WireFile.Id(item.source, item.fileHash)).bytes);
    }

    /** The file an item came in, as text; what is no text shows as such. */
    @Transactional
    public String rawText(WireItem item) {
        WireFile file = files.findById(new WireFile.Id(item.source, item.fileHash));
        return WireReader.text(file.bytes, file.charset);
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
        items.getEntityManager().refresh(item);
        obstacle(item).ifPresent(sentence -> {
            throw new UnfitCopy(List.of(sentence));
        });
        return item;
    }

    /** Notes that a released item is in the paper; what its agency withheld before is withheld no more. */
    @Transactional
    public void published(long id, long story) {
        WireItem item = items.findById(id);
        item.becomes(story);
        withholdOrder.lift(item.source, item.guid, "a newer version");
    }

    /** Notes that what its agency withheld of a story may be used again. */
    @Transactional
    public void lift(long story, String editor) {
        items.withholdsOf(story).forEach(mark -> withholdOrder.lift(mark.source(), mark.guid(), editor));
    }

    /** Notes that an item which its agency withheld may be used again. */
    @Transactional
    public void lift(String source, String guid, String editor) {
        withholdOrder.lift(source, guid, editor);
    }

    /** Puts an item aside; it stays findable. Only what waits can be put aside. */
    @Transactional
    public void ignore(long id, String editor) {
        WireItem item = items.findById(id);
        items.lock(item.source, item.guid);
        items.getEntityManager().refresh(item);
        if (waits(item)) {
            item.stands(WireItem.Standing.IGNORED, "Put aside by " + editor + ".");
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

    private Map<String, Object> now() {
        return Map.of("now", clock.instant());
    }
}
