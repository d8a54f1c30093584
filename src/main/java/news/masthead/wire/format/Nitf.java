package news.masthead.wire.format;

import static news.masthead.wire.format.Nodes.all;
import static news.masthead.wire.format.Nodes.children;
import static news.masthead.wire.format.Nodes.everywhere;
import static news.masthead.wire.format.Nodes.first;
import static news.masthead.wire.format.Nodes.firstOf;
import static news.masthead.wire.format.Nodes.spaced;
import static news.masthead.wire.format.Nodes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * NITF 2.5 to 3.6, one document a file.
 *
 * @see <a href="https://iptc.org/std/NITF/3.6/documentation/">NITF 3.6, elements and attributes</a>
 */
final class Nitf {

    private final Element head;
    private final Element docdata;
    private final Element bodyHead;
    private final Element root;
    private final Dialect dialect;

    private Nitf(Element root, Dialect dialect) {
        this.root = root;
        this.head = first(root, "head");
        this.docdata = first(head, "docdata");
        this.bodyHead = first(root, "body", "body.head");
        this.dialect = dialect;
    }

    static List<WireCopy> read(Element root, Dialect dialect) {
        Nitf document = new Nitf(root, dialect);
        List<WireCopy> copies = new ArrayList<>(List.of(document.copy()));
        document.orderOnAnother().ifPresent(copies::add);
        return copies;
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.guid = first(docdata, "doc-id").attr("id-string");
        draft.version = first(docdata, "du-key").attr("version");
        draft.status = PubStatus.of(docdata.attr("management-status"));
        draft.firstCreated = date("date.issue");
        draft.versionCreated = draft.firstCreated;
        draft.expires = date("date.expire");
        draft.embargo = embargo(draft);
        draft.urgency = first(docdata, "urgency").attr("ed-urg");
        draft.refersTo = docdata.attr("management-doc-idref");
        draft.edNotes = notes();
        draft.rights = rights();
        draft.subjects = subjects();
        draft.language = firstOf(root.attr("baselang"), root.attr("xml:lang"), root.attr("lang"));
        describe(draft);
        draft.blocks.addAll(Blocks.within(content()));
        return draft.marked(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = firstOf(
                text(first(bodyHead, "hedline", "hl1")), text(first(bodyHead, "hedline")), text(first(head, "title")));
        draft.slugline = meta("anpa-keyword");
        draft.takeKey = meta("anpa-takekey");
        draft.byline = String.join(
                ", ",
                children(bodyHead, "byline").stream()
                        .map(Nodes::spaced)
                        .filter(byline -> !byline.isEmpty())
                        .toList());
        draft.dateline = spaced(first(bodyHead, "dateline"));
        Element place = first(bodyHead, "dateline", "location");
        draft.location = firstOf(spaced(first(place, "city")), spaced(place));
    }

    /** What stands in the head is no story, even where an editor's note there has a content of its own. */
    private Element content() {
        Element body = first(root, "body");
        return children(body, "body.content").stream().findFirst().orElse(body);
    }

    /**
     * The release is "used in conjunction with management-status"; one that lies ahead of the issue holds a usable item all the same. Most
     * agencies give the moment of issue there.
     */
    private WireTime embargo(Draft draft) {
        WireTime release = date("date.release");
        boolean ahead = release.at() != null
                && draft.firstCreated.at() != null
                && release.at().isAfter(draft.firstCreated.at());
        return switch (draft.status) {
            case EMBARGOED -> release;
            case USABLE, UNKNOWN -> ahead ? release : WireTime.NONE;
            case WITHHELD, CANCELED -> WireTime.NONE;
        };
    }

    /** A document may take back another one than itself: management-doc-idref with management-idref-status. */
    private Optional<WireCopy> orderOnAnother() {
        String other = docdata.attr("management-doc-idref");
        PubStatus status = PubStatus.of(docdata.attr("management-idref-status"));
        boolean recalled = status == PubStatus.CANCELED || status == PubStatus.WITHHELD;
        if (other.isBlank() || !recalled) {
            return Optional.empty();
        }
        Draft order = new Draft();
        order.guid = other;
        order.status = status;
        order.refersTo = other;
        order.firstCreated = date("date.issue");
        order.versionCreated = order.firstCreated;
        order.edNotes.add("Recalled by " + first(docdata, "doc-id").attr("id-string") + ".");
        return Optional.of(order.marked(dialect));
    }

    private List<String> notes() {
        Stream<String> messages = children(docdata, "ed-msg").stream().map(message -> message.attr("info"));
        Stream<String> notes = children(bodyHead, "note").stream().map(Nodes::spaced);
        Stream<String> revisions = children(head, "revision-history").stream()
                .map(revision -> revision.attr("comment"))
                .reduce((earlier, later) -> later)
                .stream();
        return Stream.of(messages, notes, revisions).flatMap(each -> each).toList();
    }

    private List<String> rights() {
        Stream<String> copyright = children(docdata, "doc.copyright").stream()
                .map(holder -> holder.attr("year") + " " + holder.attr("holder"));
        Stream<String> limits = children(docdata, "doc.rights").stream()
                .flatMap(
                        rights -> Stream.of(rights.attr("geography"), rights.attr("limitations"), rights.attr("type")));
        Stream<String> line = children(bodyHead, "rights").stream().map(Nodes::spaced);
        return Stream.of(copyright, limits, line).flatMap(each -> each).toList();
    }

    private List<WireCopy.Subject> subjects() {
        Stream<WireCopy.Subject> codes = everywhere(head, "tobject.subject").map(Nitf::subject);
        Stream<WireCopy.Subject> words = all(docdata, "key-list", "keyword").stream()
                .map(keyword -> firstOf(keyword.attr("key"), text(keyword)))
                .map(keyword -> new WireCopy.Subject("", Draft.plain(keyword)));
        return Stream.concat(codes, words)
                .filter(subject -> !subject.code().isEmpty() || !subject.name().isEmpty())
                .distinct()
                .toList();
    }

    private static WireCopy.Subject subject(Element subject) {
        String number = subject.attr("tobject.subject.refnum").strip();
        String name = firstOf(
                subject.attr("tobject.subject.detail"),
                subject.attr("tobject.subject.matter"),
                subject.attr("tobject.subject.type"));
        return new WireCopy.Subject(number.matches("\\d{8}") ? "subj:" + number : "", Draft.plain(name));
    }

    private String meta(String name) {
        return children(head, "meta").stream()
                .filter(meta -> meta.attr("name").equalsIgnoreCase(name))
                .map(meta -> meta.attr("content"))
                .findFirst()
                .orElse("");
    }

    /** Some agencies leave the standard's own pattern, {@code YYYYMMDD000000-HHMM}, where they have no time to give. */
    private WireTime date(String name) {
        String norm = first(docdata, name).attr("norm");
        return norm.startsWith("Y") ? WireTime.NONE : WireTime.of(norm, dialect.zone());
    }
}
