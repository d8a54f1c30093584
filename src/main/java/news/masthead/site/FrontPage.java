package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/**
 * The front page.
 *
 * @param lead the first story; null before anything is published
 * @param secondary the stories beside and under it, two to four: the first two carry pictures well
 * @param latest the newest stories by time, six to ten
 * @param opinion columns, shown with their writers; empty leaves the strip out
 * @param blocks one for each section that has stories
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FrontPage(
        Chrome chrome,
        Teaser lead,
        List<Teaser> secondary,
        List<Teaser> latest,
        List<Teaser> opinion,
        List<Block> blocks)
        implements TemplateInstance {

    /** A section on the front: its best story with a picture, and the next ones as headlines. */
    record Block(String name, String href, Teaser first, List<Teaser> rest) {}
}
