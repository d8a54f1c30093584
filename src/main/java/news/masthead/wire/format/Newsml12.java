package news.masthead.wire.format;

import static news.masthead.wire.format.Nodes.all;
import static news.masthead.wire.format.Nodes.anywhere;
import static news.masthead.wire.format.Nodes.children;
import static news.masthead.wire.format.Nodes.everywhere;
import static news.masthead.wire.format.Nodes.first;
import static news.masthead.wire.format.Nodes.firstOf;
import static news.masthead.wire.format.Nodes.orNothing;
import static news.masthead.wire.format.Nodes.text;
import static news.masthead.wire.format.Nodes.texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * NewsML 1.0 to 1.2: a file of news items, each a tree of components with the words, pictures and style sheets at its leaves. The longest
 * words in the role of a body are the story; the metadata of the components above them, the outermost first, is the story's, never a photo's.
 *
 * @see <a href="https://iptc.org/std/NewsML/1.2/specification/">NewsML 1.2, functional specification</a>
 */
final class Newsml12 {

    private static final int PARTS_OF_A_URN = 6;
    private static final Pattern STORY = Pattern.compile("body|main|text|story|full ?text");
    private static final Pattern SUMMARY = Pattern.compile("lead|abstract|summary|intro");
    private static final Pattern BESIDE =
            Pattern.compile(".*(title|headline|line|caption|contact|style ?sheet|tweet|sms|logo|key"
                    + "words?|credit|copyright|note).*");
    private static final Pattern NO_TEXT = Pattern.compile(".*\\b(photo|image|graphic|video|audio|css|pdf|jpe?g)\\b.*");

    private final Element item;
    private final Element management;
    private final Dialect dialect;
    private final Element words;

    /** From the outermost component of the item down to the one that holds the words. */
    private final List<Element> components;

    private Newsml12(Element item, Dialect dialect) {
        this.item = item;
        this.management = first(item, "NewsManagement");
        this.dialect = dialect;
        this.words = words();
        this.components = components();
    }

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<Element> items = children(root, "NewsItem");
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        if (items.isEmpty()) {
            throw new UnreadableWire("The NewsML file holds no news item.");
        }
        return items.stream().map(item -> new Newsml12(item, dialect).copy()).toList();
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        identify(draft);
        draft.type = type();
        draft.status = status();
        draft.embargo = willChange("usable");
        draft.expires = willChange("withheld").or(willChange("canceled"));
        draft.firstCreated = time(first(management, "FirstCreated"));
        draft.versionCreated = time(first(management, "ThisRevisionCreated"));
        draft.urgency = word(first(management, "Urgency"));
        draft.signals = signals();
        draft.edNotes = notes();
        draft.blocks.addAll(Blocks.within(withoutLayout(words)));
        describe(draft);
        return draft.marked(dialect);
    }

    private void describe(Draft draft) {
        Element lines = lines();
        draft.headline = firstOf(
                text(first(lines, "HeadLine")), text(anywhere(words, "hl1")), inRole("headline"), inRole("title"));
        draft.slugline = text(first(lines, "SlugLine"));
        draft.byline = String.join(", ", texts(children(lines, "ByLine")));
        draft.credit = text(first(lines, "CreditLine"));
        draft.dateline = text(first(lines, "DateLine"));
        draft.location = location();
        draft.language = firstOf(word(anywhere(item, "Language")), item.attr("xml:lang"));
        draft.rights = rights();
        draft.subjects = everywhere(item, "SubjectCode")
                .flatMap(code -> code.children().stream())
                .map(Newsml12::subject)
                .filter(subject -> !subject.code().isEmpty() || !subject.name().isEmpty())
                .distinct()
                .toList();
    }

    /**
     * A name holds provider, date, item and revision: {@code urn:newsml:provider:date:item:3U} (RFC 3085). Belga puts the same name on all its items: then provider and item id
     * name it, and where there is no item id either, nothing does.
     */
    private void identify(Draft draft) {
        Element identifier = first(item, "Identification", "NewsIdentifier");
        String name = Draft.plain(text(first(identifier, "PublicIdentifier")));
        String number = Draft.plain(text(first(identifier, "NewsItemId")));
        String provider = Draft.plain(text(first(identifier, "ProviderId")));
        String own = number.matches("0?") ? "" : "urn:newsml:" + provider + ":" + number;
        draft.version = Draft.plain(text(first(identifier, "RevisionId")));
        if (name.startsWith("urn:newsml:") && name.split(":").length < PARTS_OF_A_URN) {
            draft.guid = own;
            return;
        }
        String family = name.replaceFirst(":" + Pattern.quote(draft.version) + "[NUA]?$", "");
        draft.guid = name;
        draft.family = name.isEmpty() ? own : family.equals(name) ? "" : family;
    }

    /** An item without words, or with none but a caption, is what it shows. */
    private String type() {
        if (orders().anyMatch("advisory"::equals)) {
            return "notice";
        }
        boolean silent = words.text().isBlank() || role(words).equals("caption");
        return everywhere(item, "MediaType")
                .map(media -> word(media).toLowerCase(Locale.ROOT))
                .filter(media -> silent && NO_TEXT.matcher(media).matches())
                .map(media -> media.equals("photo") ? "picture" : media)
                .findFirst()
                .orElse("text");
    }

    /** An instruction to delete an item kills it, whatever the status says (NewsManagement/Instruction). */
    private PubStatus status() {
        boolean deleted = orders().anyMatch(order -> order.matches("delete|kill|cancell?(ation)?"));
        return deleted ? PubStatus.CANCELED : PubStatus.of(word(first(management, "Status")));
    }

    private Stream<String> orders() {
        return children(management, "Instruction", "NewsItemType").stream()
                .map(Newsml12::word)
                .map(order -> order.toLowerCase(Locale.ROOT));
    }

    private List<String> signals() {
        boolean later = first(item, "Identification", "NewsIdentifier", "RevisionId")
                .attr("PreviousRevision")
                .matches("[1-9]\\d*");
        boolean corrects = orders().anyMatch(order -> order.matches("rectif.*|correct.*"));
        return corrects ? List.of("sig:correction") : later ? List.of("sig:update") : List.of();
    }

    private WireTime willChange(String future) {
        return children(management, "StatusWillChange").stream()
                .filter(change -> word(first(change, "FutureStatus")).equalsIgnoreCase(future))
                .map(change -> time(first(change, "DateAndTime")))
                .findFirst()
                .orElse(WireTime.NONE);
    }

    private List<String> notes() {
        Stream<Element> comments = everywhere(item, "Comment")
                .filter(comment -> comment.attr("FormalName").equalsIgnoreCase("Editorial Note"));
        Stream<Element> lines = all(lines(), "NewsLine").stream()
                .filter(line -> word(first(line, "NewsLineType")).matches("(?i).*(advisory|note).*"))
                .map(line -> first(line, "NewsLineText"));
        return texts(Stream.concat(comments, lines).toList());
    }

    private List<String> rights() {
        Stream<Element> lines = components.stream()
                .flatMap(component -> children(component, "NewsLines").stream())
                .flatMap(line -> children(line, "CopyrightLine").stream());
        Stream<Element> usage = components.stream()
                .flatMap(component -> all(component, "RightsMetadata", "UsageRights").stream())
                .flatMap(usageRights -> usageRights.children().stream());
        return texts(Stream.concat(lines, usage).toList());
    }

    private String location() {
        return everywhere(item, "Location")
                .flatMap(location -> children(location, "Property").stream())
                .filter(property -> property.attr("FormalName").equalsIgnoreCase("City"))
                .map(property -> property.attr("Value"))
                .filter(city -> !city.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The lines of the outermost component that has a headline; else of the outermost that has any. */
    private Element lines() {
        List<Element> lines = components.stream()
                .flatMap(component -> children(component, "NewsLines").stream())
                .toList();
        return lines.stream()
                .filter(line -> !text(first(line, "HeadLine")).isBlank())
                .findFirst()
                .orElseGet(() -> orNothing(lines.stream()));
    }

    private List<Element> components() {
        Element leaf = words.parent() == null ? anywhere(item, "ContentItem") : words;
        List<Element> components = leaf.parents().stream()
                .filter(parent -> parent.normalName().equals("newscomponent"))
                .toList()
                .reversed();
        return components.isEmpty() ? children(item, "NewsComponent") : components;
    }

    /** A leaf in the role of a body, else of none that we know, else a summary, else whatever has words; of several the longest. */
    private Element words() {
        List<Element> leaves = everywhere(item, "DataContent")
                .filter(Newsml12::isText)
                .filter(leaf -> !leaf.text().isBlank())
                .toList();
        return leaves.stream()
                .reduce((one, two) -> suits(two) > suits(one) ? two : one)
                .orElseGet(() -> new Element("none"));
    }

    private static long suits(Element leaf) {
        String role = role(leaf);
        int rank = STORY.matcher(role).matches()
                ? 3
                : SUMMARY.matcher(role).matches() ? 1 : BESIDE.matcher(role).matches() ? 0 : 2;
        return ((long) rank << Integer.SIZE) + leaf.text().length();
    }

    private String inRole(String role) {
        return orNothing(everywhere(item, "DataContent")
                        .filter(leaf -> role(leaf).equals(role)))
                .text();
    }

    private static String role(Element leaf) {
        return word(first(Optional.ofNullable(leaf.closest("NewsComponent")).orElse(leaf), "Role"))
                .toLowerCase(Locale.ROOT);
    }

    /** A content item may hold anything: it is text unless its media type, format or encoding says otherwise. */
    private static boolean isText(Element leaf) {
        Element content = leaf.parent();
        String kind = word(first(content, "MediaType")) + " " + word(first(content, "MimeType")) + " "
                + word(first(content, "Format"));
        return content.normalName().equals("contentitem")
                && !NO_TEXT.matcher(kind.toLowerCase(Locale.ROOT)).matches();
    }

    /** An indentation deeper than any typist's is the file's layout, no paragraph. */
    private static Element withoutLayout(Element words) {
        return words.childrenSize() > 0
                ? words
                : new Element("DataContent").text(words.wholeText().replaceAll("\\R[ \\t]{9,}", "\n"));
    }

    private static WireCopy.Subject subject(Element subject) {
        String code = subject.attr("FormalName").strip();
        return code.matches("\\d{8}") ? new WireCopy.Subject("subj:" + code, "") : new WireCopy.Subject("", code);
    }

    private WireTime time(Element element) {
        return WireTime.of(text(element), dialect.zone());
    }

    /** A value from a list; TASS writes it between the tags. */
    private static String word(Element element) {
        return Draft.plain(element.hasAttr("FormalName") ? element.attr("FormalName") : element.ownText());
    }
}
