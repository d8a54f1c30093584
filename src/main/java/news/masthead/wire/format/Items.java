package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the items of one file each on its own, so that one that nobody can read keeps no other, a kill above all, from the desk. */
final class Items {

    private static final int SHOWN = 500;

    private Items() {}

    /**
     * The items in their order; one that cannot be read is a note to editors that says why and how it begins.
     *
     * @throws UnreadableWire if there is none, more than any file has, or none that can be read
     */
    static <T> List<WireCopy> read(List<T> items, Function<T, WireCopy> reader, Dialect dialect) {
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        UnreadableWire reason = new UnreadableWire("The file holds no item.");
        List<WireCopy> copies = new ArrayList<>();
        int unread = 0;
        for (T item : items) {
            try {
                copies.add(reader.apply(item));
            } catch (RuntimeException | StackOverflowError problem) {
                reason = WireReader.unreadable(problem);
                unread++;
                copies.add(note(reason.getMessage(), item.toString(), dialect));
            }
        }
        if (unread == items.size()) {
            throw reason;
        }
        return copies;
    }

    private static WireCopy note(String reason, String item, Dialect dialect) {
        Draft draft = new Draft();
        draft.type = "notice";
        draft.edNotes = List.of(
                "An item of this file could not be read. " + reason, item.substring(0, Math.min(item.length(), SHOWN)));
        return draft.done(dialect);
    }
}
