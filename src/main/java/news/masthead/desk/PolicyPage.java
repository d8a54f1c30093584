package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Notice;

/**
 * Where a policy is written.
 *
 * @param notice what is wrong; null when there is nothing to say
 * @param of which version it goes on from; empty once something was typed
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PolicyPage(Frame frame, Notice notice, String of, PolicyForm form) implements TemplateInstance {}
