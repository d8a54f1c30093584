package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * One file that came: what it held, where each item ended, and each time it was read again.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param row the same as in the list of files
 * @param charset what the transport said of the bytes; empty for nothing
 * @param read when it was read first; null while it waits
 * @param readBy the build that did, in words; empty where nobody noted it
 * @param hash SHA-256 of the bytes
 * @param replay where the wish to read it again is posted
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FilePage(
        Frame frame,
        Notice notice,
        ArrivalsPage.Row row,
        Stamp received,
        String charset,
        Stamp read,
        String readBy,
        String hash,
        String replay,
        List<Reading> readings,
        RawView raw)
        implements TemplateInstance {

    /**
     * One time it was read again.
     *
     * @param build the build that did, in words
     * @param changes what that changed, each in a few words
     * @param problem why it could not be read; else empty
     */
    record Reading(Stamp at, String who, String build, List<String> changes, String problem) {}
}
