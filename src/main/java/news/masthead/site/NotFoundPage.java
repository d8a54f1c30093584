package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/** Nothing is at this address (404). */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NotFoundPage(Chrome chrome, List<Teaser> latest) implements TemplateInstance {}
