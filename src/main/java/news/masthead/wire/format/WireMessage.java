package news.masthead.wire.format;

import java.util.Locale;

/** What an agency wants with an item. */
public sealed interface WireMessage {

    WireCopy copy();

    /** Words that may come into the paper. */
    sealed interface ForReaders extends WireMessage permits Filed, Updated, Corrected {}

    /** A story. */
    record Filed(WireCopy copy) implements ForReaders {}

    /** More, or newer, words for a story. */
    record Updated(WireCopy copy) implements ForReaders {}

    /** Right words for wrong ones. */
    record Corrected(WireCopy copy) implements ForReaders {}

    /** An order to take a story out of the paper, at once; it may come before the story itself. */
    record Killed(WireCopy copy) implements WireMessage {}

    /** Something for editors' eyes only: a schedule, a note, a picture or package that is no story. */
    record Advisory(WireCopy copy, String reason) implements WireMessage {}

    /** The message that {@code copy} is, by its status, its type and the agency's signals, in this order. */
    static WireMessage of(WireCopy copy) {
        if (copy.type().equals("notice") && copy.status() != PubStatus.CANCELED) {
            return new Advisory(copy, "A message to editors, not a story.");
        }
        return switch (copy.status()) {
            case CANCELED, WITHHELD -> new Killed(copy);
            case UNKNOWN -> new Advisory(copy, "The agency gives a publication status that we do not know.");
            case USABLE -> usable(copy);
        };
    }

    private static WireMessage usable(WireCopy copy) {
        if (signals(copy, "edstat:d")) {
            return new Killed(copy);
        }
        if (!copy.type().equals("text")) {
            return new Advisory(copy, "Not a text: " + copy.type() + ".");
        }
        if (signals(copy, "sig:correction") || signals(copy, "edstat:c")) {
            return new Corrected(copy);
        }
        boolean update = signals(copy, "sig:update") || signals(copy, "edstat:u") || signals(copy, "tt_sig:replace");
        return update || !copy.takeKey().isEmpty() ? new Updated(copy) : new Filed(copy);
    }

    private static boolean signals(WireCopy copy, String signal) {
        return copy.signals().stream()
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(signal));
    }
}
