package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * Why somebody could or could not read a story.
 *
 * @param answer null before anything was asked
 * @param asked the latest questions of anybody
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DecisionsPage(OpsFrame frame, Form form, Answer answer, List<Asked> asked) implements TemplateInstance {

    /** @param zone of the moment, for people */
    record Form(String action, Field who, Field story, Field at, Field minutes, String zone) {}

    /** What was typed, and what is wrong with it; the error is empty when nothing is. */
    record Field(String value, String error) {}

    /**
     * @param reader who was meant, in words
     * @param story with its headline
     * @param span when, in words
     * @param notes what has to be said beside the decisions, or in the place of them
     */
    record Answer(String reader, NavLink story, String span, List<Decided> decisions, List<String> notes) {}

    /**
     * @param last null where there was one moment
     * @param read whether the reader could read it
     * @param verdict in words
     * @param sentence that the reader saw; empty for none
     * @param same whether the same facts lead to the same decision today
     * @param again what they lead to where it is another one
     */
    record Decided(
            Stamp first,
            Stamp last,
            String times,
            boolean read,
            String verdict,
            String sentence,
            List<Fact> facts,
            boolean same,
            String again) {}

    /** One of the facts that the decision was made from. */
    record Fact(String name, String value) {}

    /** @param reader pseudonym */
    record Asked(Stamp at, String who, String reader, NavLink story) {}
}
