package news.masthead.billing.letters;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.util.List;

/**
 * A letter, as plain text and as a page.
 *
 * @param publication the paper's name
 * @param language BCP 47 tag
 * @param words its paragraphs
 * @param facts what it is about, at a glance
 * @param action the one link that matters; null for none
 * @param foot why the reader gets it
 */
@CheckedTemplate(basePath = "letters", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LetterSheet(
        String publication,
        String language,
        String subject,
        String greeting,
        List<String> words,
        List<Line> facts,
        Action action,
        String foot)
        implements TemplateInstance {

    record Line(String label, String value) {}

    String text() {
        return setVariant(Variant.forContentType(Variant.TEXT_PLAIN)).render();
    }

    String page() {
        return setVariant(Variant.forContentType(Variant.TEXT_HTML)).render();
    }

    /** @param href in full, for it is followed from a mail */
    record Action(String label, String href) {}
}
