package news.masthead.access;

/** The body stays where it is. */
public record Withheld(Reason reason, Trace trace) implements Decision {}
