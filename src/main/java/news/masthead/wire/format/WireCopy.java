package news.masthead.wire.format;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * One item of an agency in the form every format is read into. Text fields are plain text with white space collapsed, and empty where the
 * item says nothing; lists are never null.
 *
 * @param type {@code text}, {@code picture}, {@code package} and so on, as the format names it; {@code notice} for a message to editors
 * @param guid the agency's identity for all versions of the item
 * @param family the agency's identity for all versions where its guid names one version only, as in NewsML 1.2; else empty
 * @param version as the agency counts, not always 1, 2, 3
 * @param number what the agency's editors call the item on the day, as {@code dpa 0188}; empty in formats that have an identity
 * @param dateline place, day and agency as the item prints them
 * @param urgency as the format writes it, mostly 1 (flash) to 9
 * @param embargo not to be published before
 * @param refersTo for a notice: the guid, or else the headline, of the item it is about
 * @param blocks the words for readers: one safe HTML block each (paragraph, heading, list, table, quotation)
 * @param signOff the desk's initials at the end of the text; the last block where the format marks paragraphs up, else taken off
 * @param takeKey the agency's word for which take of the story this is, as {@code Second Lead}
 * @param edNote words to editors, which no reader may see
 * @param signals what the agency says the version does, as {@code sig:update}
 * @param expires not to be used from then on
 * @param rights whose the words are and how they may be used, as the agency says it; for the desk
 */
public record WireCopy(
        String type,
        String guid,
        String family,
        String version,
        String number,
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
        WireTime expires,
        String rights,
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
        family = Objects.requireNonNullElse(family, ""); // Copy that was stored without them says nothing there
        number = Objects.requireNonNullElse(number, "");
        rights = Objects.requireNonNullElse(rights, "");
        expires = Objects.requireNonNullElse(expires, WireTime.NONE);
    }

    /** The headline without the markup and the escapes that feeds, and some agencies, leave in theirs. */
    public String readableHeadline() {
        return Draft.plain(Markup.line(headline));
    }

    /** What all versions of the item have in common; empty where the agency names nothing. */
    public String identity() {
        return family.isEmpty() ? guid : family;
    }

    /** The blocks as readers get them: without the desk's sign-off, and without lines of dashes, which only rule off. */
    public List<String> story() {
        boolean signed = !signOff.isEmpty()
                && !blocks.isEmpty()
                && Draft.plain(Jsoup.parseBodyFragment(blocks.getLast()).text()).equals(signOff);
        return blocks.subList(0, blocks.size() - (signed ? 1 : 0)).stream()
                .filter(block -> !Blocks.isRule(block))
                .toList();
    }

    /**
     * The text of each paragraph and each crosshead, without headings, lists, tables; of copy that is nothing but preformatted, that.
     */
    public List<String> paragraphs() {
        List<String> paragraphs = texts("p, h3");
        return paragraphs.isEmpty() ? texts("pre") : paragraphs;
    }

    private List<String> texts(String query) {
        return blocks.stream()
                .flatMap(block -> Jsoup.parseBodyFragment(block).select(query).stream())
                .filter(paragraph -> paragraph.closest("table, figure") == null)
                .map(Element::text)
                .map(Draft::plain)
                .filter(words -> !words.isBlank())
                .toList();
    }

    /** Whether somebody paid the agency to send it. */
    public boolean isPaidFor() {
        return signals.contains(PressRelease.SIGNAL);
    }

    /** Whether there is anything for a reader to read. */
    public boolean hasWords() {
        return blocks.stream()
                .anyMatch(block -> !Jsoup.parseBodyFragment(block).text().isBlank());
    }
}
