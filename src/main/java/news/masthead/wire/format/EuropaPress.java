package news.masthead.wire.format;

import static news.masthead.wire.format.Nodes.everywhere;
import static news.masthead.wire.format.Nodes.first;
import static news.masthead.wire.format.Nodes.text;

import java.util.List;
import org.jsoup.nodes.Element;

/** Europa Press's own XML ({@code NOTICIA}): Spanish, day and hour apart and in Madrid's time, the words as text or as HTML in text. */
final class EuropaPress {

    private EuropaPress() {}

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<Element> items = everywhere(root, "NOTICIA").toList();
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        if (items.isEmpty()) {
            throw new UnreadableWire("The Europa Press file holds no news.");
        }
        return items.stream().map(item -> copy(item, dialect)).toList();
    }

    private static WireCopy copy(Element item, Dialect dialect) {
        Draft draft = new Draft();
        draft.guid = text(first(item, "CODIGO"));
        draft.firstCreated = WireTime.of(text(first(item, "FECHA")) + " " + text(first(item, "HORA")), dialect.zone());
        draft.versionCreated = draft.firstCreated;
        draft.headline = text(first(item, "TITULAR"));
        draft.slugline = text(first(item, "CLAVE"));
        draft.byline = text(first(item, "FIRMA2"));
        draft.urgency = text(first(item, "PRIORIDAD"));
        draft.language = "es";
        draft.subjects = Nodes.texts(List.of(first(item, "SECCION"))).stream()
                .map(section -> new WireCopy.Subject("", section))
                .toList();
        draft.blocks.addAll(Blocks.within(first(item, "CONTENIDO")));
        return draft.marked(dialect);
    }
}
