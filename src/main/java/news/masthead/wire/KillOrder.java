package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.story.Archive;
import news.masthead.story.Order;
import news.masthead.story.Press;
import news.masthead.wire.format.WireCopy;

/**
 * An agency's order to take an item out of the paper. Nothing stops it: no version number, no duplicate, no embargo, and it may come before the
 * item, or twice.
 */
@ApplicationScoped
class KillOrder {

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    Threads threads;

    @Inject
    Archive archive;

    @Inject
    Press press;

    @Inject
    Agencies agencies;

    /** Within the transaction that stored the order. */
    void execute(WireItem order, WireCopy copy) {
        items.flush();
        meant(order, copy)
                .ifPresentOrElse(
                        guid -> bury(order, guid),
                        () -> order.stands(
                                WireItem.Standing.HELD,
                                "The agency orders a kill, but names no item that came from it. Find the story and kill it by hand."));
    }

    /** The guid of the item that an order is about: its own, or the one that a notice names. */
    Optional<String> meant(WireItem order, WireCopy copy) {
        if (!copy.type().equals("notice")) {
            return Optional.of(order.guid);
        }
        List<String> numbered = DailyNumber.meantBy(copy);
        if (!numbered.isEmpty()) {
            return numbered.stream()
                    .filter(guid -> !items.versionsOf(order.source, guid).isEmpty())
                    .findFirst()
                    .or(() -> Optional.of(numbered.getFirst()));
        }
        String words = copy.refersTo();
        boolean namesAnId = !words.isEmpty() && !words.contains(" ");
        return Optional.of(words)
                .filter(some -> !some.isEmpty())
                .flatMap(some -> items.meantBy(order.source, some))
                .map(item -> item.guid)
                .or(() -> namesAnId ? Optional.of(words) : Optional.empty());
    }

    private void bury(WireItem order, String guid) {
        items.lock(order.source, guid);
        items.bury(order, guid);
        items.withhold(order.source, guid)
                .map(mark -> items.findById(mark.item))
                .ifPresent(
                        hold -> hold.stands(WireItem.Standing.SUPERSEDED, "The agency has killed what it withheld."));
        List<WireItem> versions = items.versionsOf(order.source, guid).stream()
                .filter(version -> !version.kind.isRecall())
                .toList();
        List<WireItem> takes = takesOf(order, versions);
        List<Long> stories = Stream.concat(
                        storiesOf(order.source, guid, versions).stream(),
                        takes.stream()
                                .filter(take -> take.standing == WireItem.Standing.PUBLISHED)
                                .flatMap(take -> take.story().stream()))
                .distinct()
                .toList();
        takes.forEach(take -> take.stands(WireItem.Standing.KILLED, "The agency killed a take of this story."));
        versions.forEach(version -> version.stands(WireItem.Standing.KILLED, "The agency killed this item."));
        stories.forEach(story -> kill(order, story));
        order.stands(
                WireItem.Standing.KILLED,
                stories.isEmpty()
                        ? "The agency's order to kill an item that is not in the paper; it cannot come in."
                        : "The agency's order to kill; story " + stories.getFirst() + " is out of the paper.");
    }

    /** Leads and adds of the killed story that were made before the order; what comes later may be the substitute. */
    private List<WireItem> takesOf(WireItem order, List<WireItem> versions) {
        return versions.stream()
                .filter(version -> version.copy().isPresent() && !version.thread.isEmpty())
                .reduce((older, newer) -> newer)
                .map(killed -> {
                    threads.lock(killed);
                    return threads.linkedTo(killed).stream()
                            .filter(take -> !take.madeAt.isAfter(order.madeAt))
                            .toList();
                })
                .orElse(List.of());
    }

    /** The story of this guid, and one that a version of it came into under another guid. */
    List<Long> storiesOf(String source, String guid, List<WireItem> versions) {
        Stream<Long> own = archive.storyOf(source, guid).map(story -> story.id).stream();
        Stream<Long> others = versions.stream()
                .filter(version -> version.standing == WireItem.Standing.PUBLISHED)
                .flatMap(version -> version.story().stream());
        return Stream.concat(own, others).distinct().toList();
    }

    private void kill(WireItem order, long story) {
        String agency = agencies.find(order.source).map(Agency::name).orElse(order.source);
        order.isUpdateOf(story);
        press.kill(
                story,
                Order.ofAgency(
                        "This story has been withdrawn by " + agency + ".", order.source, files.arrivalOf(order)));
    }
}
