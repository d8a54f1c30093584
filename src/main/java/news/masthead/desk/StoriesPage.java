package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * The published stories, newest first.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StoriesPage(Frame frame, Notice notice, List<Row> stories, String newer, String older)
        implements TemplateInstance {

    /**
     * @param access the access class in words
     * @param agency the source's short name; empty for our own stories
     * @param corrected whether readers see a correction note
     */
    record Row(
            String href,
            String section,
            String headline,
            String access,
            String agency,
            Stamp published,
            boolean corrected,
            Standing standing) {}
}
