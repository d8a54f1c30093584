package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * An order to read files again, and how far it is.
 *
 * @param what which files
 * @param given who ordered it, and when
 * @param again the address of this page
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReplayPage(Frame frame, String what, String given, String again, ReplayProgress progress)
        implements TemplateInstance {}
