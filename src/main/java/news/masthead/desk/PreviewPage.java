package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Notice;

/**
 * What a policy would do, before somebody says yes to it.
 *
 * @param notice what happened while it was written; null when there is nothing to say
 * @param action where everything that was typed is posted again, to activate it or to go back
 * @param changed how many of the stories fare otherwise, in a sentence
 * @param replay null where nothing is on record
 * @param activate what the button says
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PreviewPage(
        Frame frame,
        Notice notice,
        String action,
        List<Typed> typed,
        List<Part> parts,
        String changed,
        List<StoryRow> stories,
        Replayed replay,
        String activate)
        implements TemplateInstance {

    /** Something that was typed. */
    record Typed(String name, String value) {}

    /** A part of the rules, as it is and as it would be. */
    record Part(String name, List<String> now, List<String> then, boolean changed) {}

    /** One of the newest stories. */
    record StoryRow(String href, String headline, String section, boolean changed, List<Answer> answers) {}

    /** What somebody meets there. {@code then} is empty where it stays as it is. */
    record Answer(String who, String now, String then) {}

    /**
     * The decisions on record, made again.
     *
     * @param words how many, of whom, since when
     * @param remarks what one must know to read the figures
     */
    record Replayed(String words, List<String> remarks, List<Rate> rates, List<Rate> sections) {}

    /** A share as it was and as it would be. */
    record Rate(String name, String now, String then) {}
}
