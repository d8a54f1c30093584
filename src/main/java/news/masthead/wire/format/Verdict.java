package news.masthead.wire.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be done with an item at a moment, by what the item itself says: status, embargo, kind of message, words, headline. Whether the agency's
 * contract and the sender allow it is judged apart.
 *
 * @param why what stands against publishing it; empty for what is publishable
 * @param embargo the instant before which it must not be public; none for no embargo, or one without a time that we can read
 */
public record Verdict(Action action, List<Reason> why, Optional<Instant> embargo) {

    /** What may be done. */
    public enum Action {
        PUBLISHABLE,
        /** Not now: see why. */
        HOLD,
        /** Take the story out of the paper, at once. */
        KILL,
        /** For editors' eyes, never for readers'. */
        ADVISORY,
        /** Nothing we can read, or nobody we know. */
        QUARANTINE
    }

    /** What can stand against publishing, and what takes it away. */
    public enum Cause {
        /** Time alone. */
        EMBARGO,
        /** The agency's word that it may be used: in a new version, or told to an editor. */
        AGENCY,
        /** An editor's headline. */
        HEADLINE,
        /** Nothing. */
        KIND
    }

    /**
     * @param sentence for editors
     */
    public record Reason(Cause cause, String sentence) {}

    public Verdict {
        why = List.copyOf(why);
    }

    /** The one judgement that the intake, the desk and {@code wire parse} share. */
    public static Verdict of(WireMessage message, Instant now) {
        return switch (message) {
            case WireMessage.Killed killed -> ended(Action.KILL, "The agency orders a kill.");
            case WireMessage.Withheld withheld ->
                ended(Action.HOLD, "The agency wants this item withheld until it releases it.");
            case WireMessage.Advisory advisory -> ended(Action.ADVISORY, advisory.reason());
            case WireMessage.ForReaders story -> ofStory(story.copy(), now);
        };
    }

    /** Of a file that holds nothing we can read, or comes from nobody we know. */
    public static Verdict quarantine(String sentence) {
        return ended(Action.QUARANTINE, sentence);
    }

    /** Why, a sentence each. */
    public List<String> reasons() {
        return why.stream().map(Reason::sentence).toList();
    }

    /** Whether {@code cause} is among what stands against it. */
    public boolean isHeldBy(Cause cause) {
        return why.stream().anyMatch(reason -> reason.cause() == cause);
    }

    /** Whether neither time nor an editor's headline alone can make it publishable. */
    public boolean needsAnEditorsLeave() {
        return action == Action.ADVISORY || isHeldBy(Cause.AGENCY) || isHeldBy(Cause.KIND);
    }

    private static Verdict ofStory(WireCopy copy, Instant now) {
        Embargo embargo = Embargo.of(copy);
        List<Reason> why = new ArrayList<>();
        status(copy, embargo).ifPresent(why::add);
        embargo.until()
                .filter(now::isBefore)
                .map(until -> new Reason(Cause.EMBARGO, "The agency's embargo ends at " + until + "."))
                .ifPresent(why::add);
        Optional.ofNullable(copy.expires().at())
                .filter(end -> !now.isBefore(end))
                .map(end -> new Reason(Cause.KIND, "The agency's leave to use it ended at " + end + "."))
                .ifPresent(why::add);
        if (!copy.hasWords()) {
            why.add(new Reason(Cause.KIND, "The item holds no words to publish."));
        }
        if (copy.headline().isBlank()) {
            why.add(new Reason(Cause.HEADLINE, "The item has no headline; the desk must write one."));
        }
        return new Verdict(why.isEmpty() ? Action.PUBLISHABLE : Action.HOLD, why, embargo.until());
    }

    private static Optional<Reason> status(WireCopy copy, Embargo embargo) {
        if (copy.status() == PubStatus.UNKNOWN) {
            return agency("The agency gives a publication status that we do not know.");
        }
        if (Signals.of(copy).any("holdforrelease", "hold", "disregard")) {
            return agency("The agency tells editors to hold or to disregard this item.");
        }
        if (embargo.isOpen()
                || (copy.status() == PubStatus.EMBARGOED && embargo.until().isEmpty())) {
            return agency("The agency sets an embargo without a time we can read"
                    + (embargo.words().isEmpty() ? "" : " (\"" + embargo.words() + "\")")
                    + "; wait for a version without it, or ask.");
        }
        return Optional.empty();
    }

    private static Optional<Reason> agency(String sentence) {
        return Optional.of(new Reason(Cause.AGENCY, sentence));
    }

    private static Verdict ended(Action action, String sentence) {
        return new Verdict(action, List.of(new Reason(Cause.KIND, sentence)), Optional.empty());
    }
}
