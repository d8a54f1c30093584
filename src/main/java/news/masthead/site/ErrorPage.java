package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;

/**
 * A request that could not be answered.
 *
 * @param words what happened, in one plain sentence; empty for a fault of ours, which has its own words
 * @param requestId what a reader can quote so that the log entry is found
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ErrorPage(Chrome chrome, String words, String requestId) implements TemplateInstance {}
