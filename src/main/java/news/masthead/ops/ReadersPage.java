package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;

/**
 * Finds readers by their address.
 *
 * @param email as it was typed; empty at first
 * @param search where it is sent
 * @param left who was erased here and is still known at the log-in, in words
 * @param asked whether anything was asked, so that finding nobody is said
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReadersPage(Chrome chrome, String email, String search, boolean asked, List<Row> found, List<String> left)
        implements TemplateInstance {

    /** An account that has that address. */
    record Row(String name, String email, boolean banned, String href) {}
}
