package news.masthead.local;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Stamp;

/** The mail that local mode kept instead of sending it, newest first. */
@CheckedTemplate(basePath = "local", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MailboxPage(Chrome chrome, List<Row> mails, String local) implements TemplateInstance {

    /** A mail in the list. */
    record Row(String href, Stamp sent, String to, String subject) {}
}
