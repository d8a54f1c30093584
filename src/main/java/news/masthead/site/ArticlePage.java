package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * A story in full, for a reader whom the gate has granted it.
 *
 * @param corrections what was put right after publication, newest first
 * @param opening the safe HTML of the public paragraphs
 * @param rest the safe HTML of the others
 * @param signOff the desk's mark at the end of wire copy, such as {@code --IANS}; may be empty
 * @param disclaimer the text that the source's contract demands at the foot; may be empty
 * @param meter null when the reading was not counted and is no gift
 * @param giving null for who may not give it
 * @param more other stories of the section
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ArticlePage(
        Chrome chrome,
        StoryHead head,
        List<Correction> corrections,
        RawString opening,
        RawString rest,
        String signOff,
        String disclaimer,
        List<NavLink> topics,
        MeterNote meter,
        Giving giving,
        List<Teaser> more)
        implements TemplateInstance {

    /** A correction as readers see it. */
    record Correction(Stamp at, String note) {}

    /**
     * @param left how many free stories this reader has left, or that this one was given, in a sentence
     * @param login where to log in and come back; empty for a reader who is logged in
     */
    record MeterNote(String left, String login, String subscribe) {}

    /** Where the story's number is posted, to give the story away. */
    record Giving(String action, String story) {}
}
