package news.masthead.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * Where the reader is logged in.
 *
 * @param notice null where nothing was just done
 * @param devices this one first
 * @param others where the end of all other sessions is posted; empty where there are none
 * @param all where the end of all sessions is posted
 * @param most how many there may be
 */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DevicesPage(Chrome chrome, Notice notice, List<Row> devices, String others, String all, int most, String account)
        implements TemplateInstance {

    /**
     * @param name the device in plain words
     * @param since when its session began, for people
     * @param here whether it is the one that this page is sent to
     * @param end where its end is posted
     */
    record Row(String name, String since, boolean here, String end) {}
}
