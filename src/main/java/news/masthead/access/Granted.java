package news.masthead.access;

import java.util.function.Supplier;

/** The only key that opens a story's body for a reader. Made by the {@link Gate} alone. */
public final class Granted implements Decision {

    private final Ground ground;
    private final Trace trace;
    private final Supplier<String> body;

    Granted(Ground ground, Trace trace, Supplier<String> body) {
        this.ground = ground;
        this.trace = trace;
        this.body = body;
    }

    public Ground ground() {
        return ground;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** The gated words as safe HTML; empty where the story has none. Read from the database at each call. */
    public String body() {
        return body.get();
    }

    /** Why the body was opened. */
    public sealed interface Ground {}

    /** The story is free for everybody. */
    public record Free() implements Ground {}

    /** The story is about everybody's safety, so no wall stands before it. */
    public record Safety() implements Ground {}

    /** The reader holds an entitlement. */
    public record Entitled() implements Ground {}

    /** The reader makes the paper. */
    public record Staff() implements Ground {}

    /** A subscriber gave this story to the reader; no free story was spent. */
    public record Gift() implements Ground {}

    /**
     * One of the reader's free stories, spent now or before in this window.
     *
     * @param left how many others may still be read
     * @param limit how many there are in a window
     */
    public record Metered(int left, int limit, MeterWindow window) implements Ground {}
}
