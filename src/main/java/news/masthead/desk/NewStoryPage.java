package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Notice;

/**
 * The form for a story of the paper's own.
 *
 * @param notice what is wrong with what was typed; null when nothing is
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NewStoryPage(Frame frame, Notice notice, StoryForm form) implements TemplateInstance {}
