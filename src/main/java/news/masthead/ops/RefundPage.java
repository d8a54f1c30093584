package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;
import news.masthead.web.Notice;

/**
 * A refund before it is made: what it does to access, and the form.
 *
 * @param notice why it was not made; null before it was tried
 * @param whole what a refund of all that is left does to access, in a sentence
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RefundPage(OpsFrame frame, Notice notice, String payment, String left, String whole, Form form, String back)
        implements TemplateInstance {

    /**
     * @param id names the order, so that it counts once however often it is sent
     * @param amount in rupees, as it was typed
     * @param problems sentences by the name of the field
     */
    record Form(
            String action,
            String id,
            String payment,
            String amount,
            String reason,
            boolean alsoEnd,
            Map<String, String> problems) {

        Form with(String field, String problem) {
            return new Form(action, id, payment, amount, reason, alsoEnd, Map.of(field, problem));
        }

        /** What is wrong with a field; empty when nothing is. */
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }
}
