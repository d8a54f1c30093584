package news.masthead.site;

import news.masthead.web.Stamp;

/**
 * A story as fronts, sections and lists show it: never with a word of its body.
 *
 * @param label the words above the headline, such as the section or a topic; may be empty
 * @param teaser the editor's public sentence; may be empty
 * @param byline who wrote it; may be empty
 * @param agency the source's short name where the story came by wire, else empty
 * @param paid whether somebody paid for its spreading
 * @param picture null when there is none
 */
record Teaser(
        String href,
        String label,
        String headline,
        String teaser,
        String byline,
        String agency,
        Stamp published,
        boolean premium,
        boolean paid,
        Picture picture) {}
