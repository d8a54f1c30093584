package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/**
 * One agency's profile.
 *
 * @param notice what came of the last action; null when there is nothing to say
 * @param history newest first
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AgencyPage(Frame frame, Notice notice, String title, AgencyForm form, List<Change> history)
        implements TemplateInstance {

    /** One change of the profile. */
    record Change(Stamp at, String who, List<Field> fields) {}

    /** One thing that was changed. */
    record Field(String name, String before, String after) {}
}
