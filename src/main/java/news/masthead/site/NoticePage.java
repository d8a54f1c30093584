package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/** What stands at the address of a withdrawn story (410): a neutral notice, and nothing of the story itself. */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NoticePage(Chrome chrome, String notice, List<Teaser> latest) implements TemplateInstance {}
