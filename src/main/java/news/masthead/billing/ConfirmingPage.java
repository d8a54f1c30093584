package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;

/**
 * The way back from payment, until our own look at the provider has found it. The answer that carries this page also carries
 * a {@code Refresh} header, so that it needs no script.
 *
 * @param again the address of this same page
 * @param late whether it has taken longer than usual, so that the page says what to do
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ConfirmingPage(Chrome chrome, String again, boolean late) implements TemplateInstance {}
