package news.masthead.desk;

import java.util.List;

/**
 * The fields of a story on the desk, with what was typed and what is wrong with it.
 *
 * @param action where it is posted: each field under its own name, {@code topic} once for each chosen one
 * @param version the version that the editor sees, so that a later one is not overwritten unseen
 * @param body the story's HTML; null where the form does not change it
 * @param access {@code free}, {@code metered} or {@code premium}
 * @param accessError what is wrong with it; empty when nothing is
 * @param note what the readers are told was corrected; null where nothing is published yet
 * @param own what only the paper's own new story has; null for every other
 */
record StoryForm(
        String action,
        int version,
        Field headline,
        Field teaser,
        Field body,
        List<Choice> sections,
        String sectionError,
        String access,
        String accessError,
        Field freeParagraphs,
        List<Choice> topics,
        Field note,
        Own own) {

    /** What stands in a field, and what is wrong with it; the error is empty when nothing is. */
    record Field(String value, String error) {}

    /** Posted as {@code author} (once for each), {@code dateline}, {@code firstPublished}, and the picture with its words as multipart. */
    record Own(
            List<Choice> authors,
            Field dateline,
            Field firstPublished,
            Field picture,
            Field pictureAlt,
            Field pictureCaption,
            Field pictureCredit) {}

    /** One of several values that a field can take. */
    record Choice(String value, String label, boolean chosen) {}
}
