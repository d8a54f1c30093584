package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * A story whose words may not be shown any more: none of them, not even the free ones, is in reach of this page.
 *
 * @param credit whose words they were
 * @param sentence why there is no more
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LapsedPage(
        Chrome chrome,
        NavLink section,
        String headline,
        String credit,
        Stamp published,
        String sentence,
        List<Teaser> more)
        implements TemplateInstance {}
