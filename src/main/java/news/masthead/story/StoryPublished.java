package news.masthead.story;

/** A story came into the paper. Told after the transaction has committed, or not at all. */
public record StoryPublished(long id) {}
