package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/**
 * One page of a section's stories, newest first.
 *
 * @param page the number of this page, from 1
 * @param lead the first story of page 1; null on the others and in an empty section
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SectionPage(Chrome chrome, String name, int page, Teaser lead, List<Teaser> stories, String newer, String older)
        implements TemplateInstance {}
