package news.masthead.story;

enum StoryStatus {
    PUBLISHED,
    KILLED
}
