package news.masthead.identity;

/** An anonymous reader has turned out to be this account. */
public record LoggedIn(Reader.Anonymous before, Reader.Registered now) {}
