package news.masthead.subscription;

/**
 * How often one step was taken from one story.
 *
 * @param section slug of the story's section; empty where the story is not known
 * @param story 0 where it is not known, or not to be told
 */
public record Steps(String section, long story, Step step, long times) {

    Steps plus(Steps other) {
        return new Steps(section, story, step, times + other.times);
    }
}
