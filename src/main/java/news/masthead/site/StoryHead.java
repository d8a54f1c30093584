package news.masthead.site;

import io.quarkus.qute.RawString;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * The public part of a story above its text: the same on the article and on the wall.
 *
 * @param section the section's name and address
 * @param paid whether somebody paid for its spreading, which readers are told above the headline
 * @param standfirst the editor's teaser; may be empty
 * @param byline the author as printed; may be empty
 * @param credit the line that the agency's contract demands under the headline; empty for the paper's own stories
 * @param updated null when nothing changed since it was published
 * @param picture null when there is none
 * @param linked the same for machines, as {@link LinkedData}
 */
record StoryHead(
        NavLink section,
        boolean premium,
        boolean paid,
        String headline,
        String standfirst,
        String byline,
        String credit,
        Stamp published,
        Stamp updated,
        Picture picture,
        RawString linked) {}
