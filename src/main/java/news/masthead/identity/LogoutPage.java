package news.masthead.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;

/**
 * Asks before logging out, because following a link changes nothing.
 *
 * @param logout where the log-out is posted
 */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LogoutPage(Chrome chrome, String logout) implements TemplateInstance {}
