package news.masthead.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * The reader's copy, and the end of the account.
 *
 * @param notice null where there is nothing to say
 * @param until the day until which payments and tax invoices stay, in words
 */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DataPage(Chrome chrome, Notice notice, String until, String download, String erase, String account)
        implements TemplateInstance {}
