package news.masthead.story;

/** A story must be gone from every surface at once. Told after the transaction has committed, or not at all. */
public record StoryKilled(long id) {}
