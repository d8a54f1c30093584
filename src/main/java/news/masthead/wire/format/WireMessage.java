package news.masthead.wire.format;

/** What an agency wants with an item. */
public sealed interface WireMessage {

    WireCopy copy();

    /** What is ordered among the versions of its item; an order to take something out of the paper is not. */
    sealed interface Worded extends WireMessage permits ForReaders, Advisory {}

    /** Words that may come into the paper. */
    sealed interface ForReaders extends Worded permits Filed, Updated, Corrected {}

    /** A story. */
    record Filed(WireCopy copy) implements ForReaders {}

    /** More, or newer, words for a story. */
    record Updated(WireCopy copy) implements ForReaders {}

    /** Right words for wrong ones. */
    record Corrected(WireCopy copy) implements ForReaders {}

    /** An order to take a story out of the paper, at once; it may come before the story itself. */
    record Killed(WireCopy copy) implements WireMessage {}

    /** An order to take a story out of the paper until further notice; it may come before the story itself. */
    record Withheld(WireCopy copy) implements WireMessage {}

    /** Something for editors' eyes only: a schedule, a note, a picture or package that is no story. */
    record Advisory(WireCopy copy, String reason) implements Worded {}

    /** The message that {@code copy} is, by its status, its type and the agency's signals, in this order. */
    static WireMessage of(WireCopy copy) {
        if (copy.type().equals("notice") && copy.status() != PubStatus.CANCELED && !Notice.wantsHeld(copy.edNote())) {
            return new Advisory(copy, "A message to editors, not a story.");
        }
        return switch (copy.status()) {
            case CANCELED -> new Killed(copy);
            case WITHHELD -> new Withheld(copy);
            case USABLE, EMBARGOED, UNKNOWN -> bySignals(copy);
        };
    }

    /** Signals are words of many vocabularies: IPTC's, Reuters's edStat letters, AP's editorial types, NewsML 1.2's instructions. */
    private static WireMessage bySignals(WireCopy copy) {
        Signals signals = Signals.of(copy);
        if (signals.any("edstat:d", "kill", "elimination", "delete")) {
            return new Killed(copy);
        }
        if (signals.any("withhold")) {
            return new Withheld(copy);
        }
        if (!copy.type().equals("text")) {
            return new Advisory(copy, "Not a text: " + copy.type() + ".");
        }
        if (signals.any("advisory")) {
            return new Advisory(copy, "A message to editors, not a story.");
        }
        if (signals.any("edstat:c", "correction", "corrective", "clarification", "rectify")) {
            return new Corrected(copy);
        }
        boolean update =
                signals.any("edstat:u", "update", "replace") || !Take.of(copy).isWhole();
        return update || !copy.takeKey().isEmpty() ? new Updated(copy) : new Filed(copy);
    }
}
