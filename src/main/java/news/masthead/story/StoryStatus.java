package news.masthead.story;

enum StoryStatus {
    PUBLISHED,
    /** Out of the paper until it is released. */
    WITHHELD,
    /** Out of the paper for good. */
    KILLED
}
