package news.masthead.access;

/** What the {@link Gate} says to one reader about one story at one instant, and how it came to it. */
public sealed interface Decision permits Granted, Withheld {

    Trace trace();
}
