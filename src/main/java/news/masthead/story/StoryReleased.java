package news.masthead.story;

/** A story that was withheld is in the paper again. Told after the transaction has committed, or not at all. */
public record StoryReleased(long id) {}
