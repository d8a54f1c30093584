package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;

/**
 * The agencies the paper has a contract with.
 *
 * @param add where one is added; empty for who may not
 * @param known agencies whose habits are shipped, to be added from there
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AgenciesPage(Frame frame, List<Row> agencies, String add, List<NavLink> known) implements TemplateInstance {

    /**
     * @param kind what it sends, in words
     * @param rights what its contract grants, in words
     */
    record Row(String href, String id, String name, String creditLine, String kind, String rights) {}
}
