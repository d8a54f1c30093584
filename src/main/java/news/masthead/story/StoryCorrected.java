package news.masthead.story;

/** Published words changed. Told after the transaction has committed, or not at all. */
public record StoryCorrected(long id) {}
