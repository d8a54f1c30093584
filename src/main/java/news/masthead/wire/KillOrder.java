package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Press;
import news.masthead.story.Story;
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
    Archive archive;

    @Inject
    Press press;

    @Inject
    Agencies agencies;

    /** Within the transaction that stored the order. */
    void execute(WireItem order, WireCopy copy) {
        items.flush();
        if (!copy.type().equals("notice")) {
            bury(order, order.guid);
            return;
        }
        Optional<WireItem> meant =
                copy.refersTo().isEmpty() ? Optional.empty() : items.meantBy(order.source, copy.refersTo());
        boolean namesAnId = !copy.refersTo().isEmpty() && !copy.refersTo().contains(" ");
        meant.map(item -> item.guid)
                .or(() -> namesAnId ? Optional.of(copy.refersTo()) : Optional.empty())
                .ifPresentOrElse(
                        guid -> bury(order, guid),
                        () -> order.stands(
                                WireItem.Standing.HELD,
                                "The agency orders a kill, but names no item that came from it. Find the story and kill it by hand."));
    }

    private void bury(WireItem order, String guid) {
        items.lock(order.source, guid);
        items.bury(order, guid);
        items.versionsOf(order.source, guid).stream()
                .filter(version -> version.kind != WireItem.Kind.KILLED)
                .forEach(version -> version.stands(WireItem.Standing.KILLED, "The agency killed this item."));
        Optional<Story> story = archive.storyOf(order.source, guid);
        story.ifPresent(published -> kill(order, published));
        order.stands(
                WireItem.Standing.KILLED,
                story.map(published -> "The agency's order to kill; story " + published.id + " is out of the paper.")
                        .orElse("The agency's order to kill an item that is not in the paper; it cannot come in."));
    }

    private void kill(WireItem order, Story story) {
        String agency = agencies.find(order.source).map(Agencies.Agency::name).orElse(order.source);
        order.isUpdateOf(story.id);
        press.kill(story.id, "This story has been withdrawn by " + agency + ".", "ordered by the agency", order.source);
    }
}
