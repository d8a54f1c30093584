package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.wire.WireItem.Standing;
import news.masthead.wire.format.Take;
import news.masthead.wire.format.WireCopy;

/**
 * The takes of a running story that come under guids of their own: leads, which stand in the place of what came before, and adds, which go on
 * after it. Slugline and day link them, where there is no slugline the headline. It is a guess, so an editor is told and decides.
 */
@ApplicationScoped
class Threads {

    private static final Duration DAY = Duration.ofHours(24);
    private static final String TAKE =
            "[,\\s-]*\\b(?:\\d{1,2}(?:st|nd|rd|th)[ -]*(?:ld|lead|add|take)|add \\d{1,2}|take \\d{1,2}|writethru)\\b.*$";

    @Inject
    WireItems items;

    /** What the takes of a story have in common; empty for an item that says nothing of it. */
    static String of(WireCopy copy) {
        String slug =
                copy.slugline().toLowerCase(Locale.ROOT).replaceFirst(TAKE, "").replaceAll("[\\s/-]+$", "");
        String headline = copy.readableHeadline().toLowerCase(Locale.ROOT).strip();
        return slug.isEmpty() ? headline : slug;
    }

    /** Makes everything else that looks at this story's takes wait until the transaction ends. After the lock of the item. */
    void lock(WireItem item) {
        if (!item.thread.isEmpty()) {
            items.lock(item.source, "thread:" + item.thread);
        }
    }

    /** The other takes of an item's story, oldest first; two items that are both no takes have nothing to do with each other. */
    List<WireItem> linkedTo(WireItem item) {
        if (item.thread.isEmpty()) {
            return List.of();
        }
        boolean isTake = !takeOf(item).isWhole();
        return items
                .find(
                        "source = ?1 and thread = ?2 and guid <> ?3 and madeAt between ?4 and ?5 order by madeAt, id",
                        item.source,
                        item.thread,
                        item.guid,
                        item.madeAt.minus(DAY),
                        item.madeAt.plus(DAY))
                .stream()
                .filter(other ->
                        !other.kind.isRecall() && (isTake || !takeOf(other).isWhole()))
                .toList();
    }

    /** The story that the other takes of an item are in the paper as. */
    Optional<Long> storyOf(List<WireItem> linked) {
        return linked.stream()
                .filter(other -> other.standing == Standing.PUBLISHED)
                .flatMap(other -> other.story().stream())
                .reduce((older, newer) -> newer);
    }

    /** An item that has just come into the paper is what its waiting takes go on from. */
    void follow(WireItem published, long story) {
        lock(published);
        linkedTo(published).stream()
                .filter(Inbox::waits)
                .filter(take -> take.story().isEmpty())
                .forEach(take -> {
                    take.isUpdateOf(story);
                    take.stands(take.standing, guess(take, story));
                });
    }

    static String guess(WireItem take, long story) {
        String key = take.copy.takeKey().isEmpty() ? "a further take" : take.copy.takeKey();
        return "By slugline or headline, and day, it is " + key + " of story " + story + "; make sure.";
    }

    /** The words of a story to which an add belongs, with all the adds that came; gaps between them are no reason to wait. */
    List<String> assembled(WireItem add) {
        List<WireItem> takes = Stream.concat(linkedTo(add).stream(), Stream.of(add))
                .filter(take -> take.standing != Standing.KILLED)
                .toList();
        Optional<WireItem> base = takes.stream()
                .filter(take -> takeOf(take).kind() != Take.Kind.APPENDS)
                .max(BY_NUMBER);
        List<String> blocks =
                new ArrayList<>(base.map(item -> Dateline.into(item.copy)).orElse(List.of()));
        takes.stream()
                .filter(take -> takeOf(take).kind() == Take.Kind.APPENDS)
                .filter(take -> base.filter(lead -> replaced(take, lead)).isEmpty())
                .sorted(BY_NUMBER)
                .forEach(take -> blocks.addAll(take.copy.story()));
        return List.copyOf(blocks);
    }

    /** A lead holds what was added before it was written. */
    private static boolean replaced(WireItem add, WireItem lead) {
        return takeOf(lead).kind() == Take.Kind.REPLACES
                && lead.copy.versionCreated().at() != null
                && add.madeAt.isBefore(lead.madeAt);
    }

    private static final Comparator<WireItem> BY_NUMBER =
            Comparator.<WireItem>comparingInt(item -> takeOf(item).number()).thenComparing(item -> item.madeAt);

    static Take takeOf(WireItem item) {
        return Take.of(item.copy);
    }
}
