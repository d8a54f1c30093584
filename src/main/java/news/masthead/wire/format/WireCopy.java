package news.masthead.wire.format;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * One item of an agency in the form every format is read into. Text fields are plain text with white space collapsed, and empty where the
 * item says nothing; lists are never null.
 *
 * @param type {@code text}, {@code picture}, {@code package} and so on, as the format names it; {@code notice} for a message to editors
 * @param guid the agency's identity for all versions of the item
 * @param version as the agency counts, not always 1, 2, 3
 * @param dateline place, day and agency as the item prints them
 * @param urgency as the format writes it, mostly 1 (flash) to 9
 * @param embargo not to be published before
 * @param refersTo for a notice: the guid, or else the headline, of the item it is about
 * @param blocks the words for readers: one safe HTML block each (paragraph, heading, list, table, quotation)
 * @param signOff the desk's initials that stood at the end, taken off the text
 * @param takeKey the agency's word for which take of the story this is, as {@code Second Lead}
 * @param edNote words to editors, which no reader may see
 * @param signals what the agency says the version does, as {@code sig:update}
 */
public record WireCopy(
        String type,
        String guid,
        String version,
        String headline,
        String slugline,
        String byline,
        String credit,
        String dateline,
        String location,
        String language,
        String urgency,
        WireTime embargo,
        PubStatus status,
        String refersTo,
        List<String> blocks,
        String signOff,
        String takeKey,
        String edNote,
        List<String> signals,
        WireTime firstCreated,
        WireTime versionCreated,
        List<Subject> subjects) {

    /**
     * What an item is about.
     *
     * @param code with its scheme, as {@code medtop:20000345}; empty where there is only a name
     */
    public record Subject(String code, String name) {}

    public WireCopy {
        blocks = List.copyOf(blocks);
        signals = List.copyOf(signals);
        subjects = List.copyOf(subjects);
    }

    /** The text of each paragraph, without headings, lists, tables. */
    public List<String> paragraphs() {
        return blocks.stream()
                .flatMap(block -> Jsoup.parseBodyFragment(block).select("p").stream())
                .filter(paragraph -> paragraph.closest("table, figure") == null)
                .map(Element::text)
                .filter(words -> !words.isBlank())
                .toList();
    }

    /** Whether there is anything for a reader to read. */
    public boolean hasWords() {
        return blocks.stream()
                .anyMatch(block -> !Jsoup.parseBodyFragment(block).text().isBlank());
    }
}
