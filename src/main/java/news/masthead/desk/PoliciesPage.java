package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * Every version of the policy: the one in force, those to come, those past.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param write where a new one is written
 * @param all where all past ones are, if not here; else empty
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PoliciesPage(Frame frame, Notice notice, String write, List<Group> groups, String all)
        implements TemplateInstance {

    /**
     * @param id of its heading
     * @param open whether the rules are told without being asked for
     */
    record Group(String id, String title, boolean open, List<Row> versions) {}

    /**
     * @param begins null for the first one, which held from the start
     * @param trouble what this release does not understand of it; empty where it understands everything
     * @param goOn where a policy is written that goes on from it; empty where it cannot be understood
     * @param withdrawal where it is taken back; empty for one that holds or held
     */
    record Row(
            String title,
            Stamp begins,
            String beginsWords,
            String made,
            String withdrawn,
            String note,
            String trouble,
            List<PolicyWords.Part> parts,
            String goOn,
            String withdrawal) {}
}
