package news.masthead.story;

/** A story must be gone from every surface at once, and may come back. Told after the transaction has committed, or not at all. */
public record StoryWithheld(long id) {}
