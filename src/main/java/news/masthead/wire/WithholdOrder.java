package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Order;
import news.masthead.story.Press;
import news.masthead.wire.WireItem.Standing;
import news.masthead.wire.format.WireCopy;

/**
 * An agency's wish that an item be held back until further notice. As a kill, it is stopped by nothing and may come before the item; unlike a
 * kill it is lifted again, by a release or by a newer version that an editor publishes.
 */
@ApplicationScoped
class WithholdOrder {

    static final String HELD_BACK = "The agency withholds this item until further notice.";

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    KillOrder killOrder;

    @Inject
    Archive archive;

    @Inject
    Press press;

    @Inject
    Agencies agencies;

    /** Within the transaction that stored the order. */
    void execute(WireItem order, WireCopy copy) {
        items.flush();
        killOrder
                .meant(order, copy)
                .ifPresentOrElse(
                        guid -> holdBack(order, guid),
                        () -> order.stands(
                                Standing.HELD,
                                "The agency wants an item withheld, but names none that came from it. Find the story and withhold it by hand."));
    }

    /** Whether {@code item} is under a withhold: doubt about what came first keeps it there. */
    boolean covers(WireItem item) {
        return markOf(item)
                .map(mark -> items.findById(mark.item))
                .filter(order -> !isNewer(item, order))
                .isPresent();
    }

    /** What the desk has to know of a version that came after the withhold; empty where nothing is withheld. */
    String note(WireItem item) {
        return markOf(item)
                .map(mark -> " The agency withheld an earlier version"
                        + item.story()
                                .flatMap(archive::story)
                                .filter(story -> story.isWithheld())
                                .map(story ->
                                        ", and the story is out of the paper: publishing this version releases it.")
                                .orElse("; make sure that this one may be used."))
                .orElse("");
    }

    /** Takes the mark away, and what waited under it may be decided about again. */
    void lift(String source, String guid, String by) {
        items.lock(source, guid);
        if (items.withhold(source, guid).isEmpty()) {
            return;
        }
        items.forgetWithhold(source, guid);
        for (WireItem item : items.versionsOf(source, guid)) {
            if (item.kind == WireItem.Kind.WITHHELD) {
                item.stands(Standing.SUPERSEDED, "Lifted by " + by + ".");
            } else if (item.standing == Standing.HELD && item.reason.equals(HELD_BACK)) {
                item.stands(Standing.NEW, "The agency had withheld this item; lifted by " + by + ".");
            }
        }
    }

    private void holdBack(WireItem order, String guid) {
        items.lock(order.source, guid);
        if (items.tombstone(order.source, guid).isPresent()) {
            order.stands(Standing.SUPERSEDED, "The agency has killed this item already.");
            return;
        }
        items.withholdFor(order, guid);
        List<WireItem> versions = items.versionsOf(order.source, guid).stream()
                .filter(version -> !version.kind.isRecall())
                .toList();
        List<Long> stories = killOrder.storiesOf(order.source, guid, versions);
        versions.stream()
                .filter(version -> version.standing == Standing.NEW || version.standing == Standing.HELD)
                .forEach(version -> version.stands(Standing.HELD, HELD_BACK));
        stories.forEach(story -> withhold(order, story));
        order.stands(
                Standing.HELD,
                stories.isEmpty()
                        ? "The agency wants this item withheld until further notice."
                        : "The agency wants this item withheld; story " + stories.getFirst()
                                + " is out of the paper until it is released.");
    }

    /** A notice has no version of the item's own: then newer is what is newer than all that was there when it came. */
    private boolean isNewer(WireItem item, WireItem order) {
        if (!order.copy.type().equals("notice")) {
            return VersionOrder.isOlder(order.copy, item.copy);
        }
        List<WireItem> meant = items.versionsOf(item.source, item.guid).stream()
                .filter(known -> known.id < order.id && !known.kind.isRecall() && known.copy != null)
                .toList();
        return !meant.isEmpty() && meant.stream().allMatch(known -> VersionOrder.isOlder(known.copy, item.copy));
    }

    private void withhold(WireItem order, long story) {
        order.isUpdateOf(story);
        String agency = agencies.find(order.source).map(Agency::name).orElse(order.source);
        Instant received = files.arrivalOf(order);
        press.withhold(
                story,
                Order.ofAgency("This story has been withheld by " + agency + " for now.", order.source, received));
    }

    private Optional<Withhold> markOf(WireItem item) {
        return items.withhold(item.source, item.guid);
    }
}
