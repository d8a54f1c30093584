package news.masthead.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;

/**
 * The log-in cannot be reached yet. The answer that carries this page also carries a {@code Refresh} header.
 *
 * @param again the address that was asked for
 */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LoginStartingPage(Chrome chrome, String again) implements TemplateInstance {}
