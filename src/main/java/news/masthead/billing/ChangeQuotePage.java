package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * What a change costs, before the reader says yes. Amounts and dates are already written out.
 *
 * @param notice null when there is nothing to say
 * @param today what is charged at once
 * @param tax the part of it that is tax; empty where none is known
 * @param starts the day on which it begins
 * @param next the charge after that
 * @param words what is credited or kept, in a sentence; empty for nothing to say
 * @param holds until when the quote holds, in a sentence
 * @param quote its id, posted to {@code accept}
 * @param yes the words of the button
 * @param back the address of the page before
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangeQuotePage(
        Chrome chrome,
        Notice notice,
        String today,
        String tax,
        String starts,
        String next,
        String words,
        String holds,
        String quote,
        String accept,
        String yes,
        String back)
        implements TemplateInstance {}
