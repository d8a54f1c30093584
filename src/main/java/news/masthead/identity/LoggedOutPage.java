package news.masthead.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;

/** Our session has ended; the answer's {@code Refresh} header ends the identity provider's. */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LoggedOutPage(Chrome chrome) implements TemplateInstance {}
