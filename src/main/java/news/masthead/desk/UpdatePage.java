package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Notice;

/**
 * An agency's update of a story, by itself.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param update null when it can be taken no more
 * @param item the desk's page of the item
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record UpdatePage(Frame frame, Notice notice, String headline, UpdateDiff update, String item, String story)
        implements TemplateInstance {}
