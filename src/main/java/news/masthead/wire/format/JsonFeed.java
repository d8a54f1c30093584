package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JSON Feed 1.0 and 1.1.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed {

    private JsonFeed() {}

    static boolean recognises(JsonNode root) {
        boolean named = Json.text(root, "version").contains("jsonfeed.org/version/");
        return root.path("items").isArray() && (named || root.has("home_page_url") || root.has("feed_url"));
    }

    static List<WireCopy> read(JsonNode feed, Dialect dialect) {
        return Items.read(Json.list(feed, "items"), item -> copy(item, feed, dialect), dialect);
    }

    private static WireCopy copy(JsonNode item, JsonNode feed, Dialect dialect) {
        Draft draft = new Draft();
        draft.guid = Json.text(item, "id", "url", "external_url");
        draft.headline = Json.text(item, "title");
        draft.byline = authors(item).isEmpty() ? authors(feed) : authors(item);
        draft.language = Stream.of(item, feed)
                .map(holder -> Json.text(holder, "language"))
                .filter(language -> !language.isBlank())
                .findFirst()
                .orElse("");
        draft.firstCreated = WireTime.of(Json.text(item, "date_published"), dialect.zone());
        draft.versionCreated = WireTime.of(Json.text(item, "date_modified"), dialect.zone());
        String html = Json.text(item, "content_html");
        draft.blocks.addAll(
                html.isBlank() ? Blocks.ofText(Json.text(item, "content_text", "summary")) : Markup.blocksOfHtml(html));
        draft.subjects = Json.texts(item, "tags").stream()
                .map(tag -> new WireCopy.Subject("", Draft.plain(tag)))
                .toList();
        return draft.done(dialect);
    }

    /** Version 1.0 had one author, 1.1 has a list. */
    private static String authors(JsonNode holder) {
        return Json.list(holder, "authors", "author").stream()
                .map(author -> author.isObject() ? Json.text(author, "name") : Json.scalar(author))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    }
}
