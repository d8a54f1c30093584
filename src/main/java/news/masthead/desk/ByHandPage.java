package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Notice;

/**
 * The form for a story that an editor writes of a file that nobody could read, beside that file.
 *
 * @param notice what is wrong with what was typed; null when nothing is
 * @param item the address of the file's item
 * @param credit what stands under the headline
 * @param form null where the agency's credit is unknown
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ByHandPage(Frame frame, Notice notice, String headline, String item, String credit, StoryForm form, RawView raw)
        implements TemplateInstance {}
