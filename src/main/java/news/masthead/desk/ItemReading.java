package news.masthead.desk;

import java.util.List;
import news.masthead.web.Stamp;

/**
 * What came of an item, what was read in it, and what else came of the same item.
 *
 * @param fields every canonical field, also those that are empty; none where nothing could be read
 * @param words the text of each block
 * @param files those that brought it, oldest first
 * @param versions all that came of it, newest first
 * @param replay where the wish to read its file again is posted
 */
record ItemReading(
        RawView raw, List<Field> fields, List<String> words, List<File> files, List<Version> versions, String replay) {

    /** A canonical field by the name that {@code masthead wire parse} prints; the value may be empty. */
    record Field(String name, String value) {}

    record File(String href, String name, Stamp received, String how) {}

    /**
     * @param version in words
     * @param here whether it is the one that the page is about
     */
    record Version(String href, String version, String headline, Stamp received, Standing standing, boolean here) {}
}
