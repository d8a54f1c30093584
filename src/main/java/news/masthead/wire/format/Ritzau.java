package news.masthead.wire.format;

import static news.masthead.wire.format.Nodes.all;
import static news.masthead.wire.format.Nodes.everywhere;
import static news.masthead.wire.format.Nodes.first;
import static news.masthead.wire.format.Nodes.text;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Ritzau's own XML ({@code RBNews}): Danish, no headline in a flash, recalls and corrections as flags. */
final class Ritzau {

    private Ritzau() {}

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<Element> items = everywhere(root, "RBNews").toList();
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        if (items.isEmpty()) {
            throw new UnreadableWire("The Ritzau file holds no news.");
        }
        return items.stream().map(item -> copy(item, dialect)).toList();
    }

    private static WireCopy copy(Element item, Dialect dialect) {
        Draft draft = new Draft();
        draft.guid = text(first(item, "NewsID"));
        draft.version = text(first(item, "version"));
        draft.status = is(item, "Annuleret") ? PubStatus.CANCELED : PubStatus.USABLE;
        draft.signals = is(item, "Korrektion")
                ? List.of("sig:correction")
                : is(item, "NyVersion") ? List.of("sig:update") : List.of();
        draft.refersTo = Nodes.firstOf(text(first(item, "Replaces")), text(first(item, "replacedID")));
        draft.firstCreated = WireTime.of(text(first(item, "PublishDate")), dialect.zone());
        draft.versionCreated = draft.firstCreated;
        draft.headline = text(first(item, "headline"));
        draft.slugline = text(first(item, "strapline"));
        draft.byline = text(first(item, "byLine"));
        draft.credit = text(first(item, "origin"));
        draft.location = text(first(item, "town"));
        draft.urgency = text(first(item, "Priority"));
        draft.language = "da";
        draft.edNotes.add(Markup.line(text(first(item, "TilRedaktionen"))));
        draft.subjects = subjects(item);
        draft.blocks.addAll(Blocks.within(first(item, "content")));
        return draft.marked(dialect);
    }

    private static List<WireCopy.Subject> subjects(Element item) {
        Stream<WireCopy.Subject> codes = all(item, "IPTCList", "int").stream()
                .map(code -> text(code).strip())
                .filter(code -> code.matches("\\d{7,8}"))
                .map(code -> new WireCopy.Subject("subj:" + "0".repeat(8 - code.length()) + code, ""));
        Stream<WireCopy.Subject> sections =
                Nodes.texts(all(item, "section")).stream().map(section -> new WireCopy.Subject("", section));
        return Stream.concat(codes, sections).toList();
    }

    private static boolean is(Element item, String flag) {
        return text(first(item, flag)).strip().equalsIgnoreCase("true");
    }
}
