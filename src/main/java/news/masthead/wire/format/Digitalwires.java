package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * dpa's digitalwires JSON, versions 0.8 and on: an entry, or a list of {@code entries}. The words are {@code section.main} of
 * {@code article_html}; box, links and note pad are apart. A copy is {@code usable} even while its embargo runs.
 */
final class Digitalwires {

    private static final Pattern CLOSING_LINE = Pattern.compile("dpaednoterole:closingline", Pattern.CASE_INSENSITIVE);

    private final JsonNode entry;
    private final Dialect dialect;

    private Digitalwires(JsonNode entry, Dialect dialect) {
        this.entry = entry;
        this.dialect = dialect;
    }

    static boolean recognises(JsonNode entry) {
        return Json.text(entry, "format").startsWith("digitalwires") || (entry.has("urn") && entry.has("article_html"));
    }

    static WireCopy copy(JsonNode entry, Dialect dialect) {
        return new Digitalwires(entry, dialect).copy();
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.guid = Json.text(entry, "urn");
        draft.version = Json.text(entry, "version");
        draft.status = PubStatus.of(Json.text(entry, "pubstatus"));
        draft.embargo = WireTime.of(Json.text(entry, "embargoed"), dialect.zone());
        draft.firstCreated = WireTime.of(Json.text(entry, "content_created"), dialect.zone());
        draft.versionCreated = WireTime.of(Json.text(entry, "version_created"), dialect.zone());
        draft.signals = Json.texts(entry, "signal");
        draft.signOff = notes(true).findFirst().orElse("");
        draft.edNotes = notes(false).toList();
        describe(draft);
        draft.blocks.addAll(Markup.blocks(Json.text(entry, "article_html")));
        String type = Json.text(entry, "type").toLowerCase(Locale.ROOT);
        draft.type = type.isEmpty() || (type.equals("composite") && !draft.blocks.isEmpty()) ? "text" : type;
        return draft.done(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = Json.text(entry, "headline");
        draft.slugline = Json.text(entry, "kicker");
        draft.byline = Json.text(entry, "byline");
        draft.credit = Json.text(entry, "creditline");
        draft.dateline = Json.text(entry, "dateline");
        draft.language = Json.text(entry, "language");
        draft.urgency = Json.text(entry, "urgency");
        draft.subjects = Json.list(entry, "categories").stream()
                .filter(category -> Json.text(category, "type").matches("dnltype:(?:dpasubject|mediatopic|keyword)"))
                .map(category -> new WireCopy.Subject(
                        Topics.code("", Json.text(category, "qcode")), Draft.plain(Json.text(category, "name"))))
                .toList();
    }

    /** Notes for editors, whoever else may see them; the one with the desk's initials is the sign-off. */
    private Stream<String> notes(boolean closing) {
        List<JsonNode> notes = Json.list(entry, "ednotes");
        return notes.stream()
                .filter(note -> CLOSING_LINE.matcher(Json.text(note, "role")).matches() == closing)
                .map(note -> note.isObject() ? Json.text(note, "ednote") : Json.scalar(note))
                .filter(words -> !words.isBlank());
    }
}
