package news.masthead.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.access.Gate;
import news.masthead.story.AccessClass;
import news.masthead.story.Author;
import news.masthead.story.Finding;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Site;

/**
 * What a story's page tells machines of itself (schema.org, NewsArticle): the words of its head, and that the rest is behind a wall
 * (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content). The same in front of the wall and behind it, and never
 * a word of the body.
 */
@ApplicationScoped
class LinkedData {

    /** Where both pages have the story's words. */
    private static final String WORDS = ".body";

    @Inject
    ObjectMapper json;

    @Inject
    Gate gate;

    @Inject
    Publication publication;

    @Inject
    Site site;

    /** A JSON-LD document that may stand in a {@code script} element. */
    RawString of(Finding.Published published, Picture picture) {
        Story story = published.story();
        ObjectNode article = thing("NewsArticle")
                .put("@context", "https://schema.org")
                .put("url", absolute(Teasers.link(story)))
                .put("headline", story.headline)
                .put("description", story.teaser)
                .put("datePublished", story.publishedAt.toString())
                .put("dateModified", story.updatedAt.toString())
                .put("inLanguage", publication.language());
        article.set("publisher", thing("NewsMediaOrganization").put("name", publication.name()));
        published.authors().forEach(author -> article.withArray("author").add(person(author)));
        if (picture != null) {
            article.put("image", absolute(picture.src()));
        }
        boolean free = gate.accessOf(story) == AccessClass.FREE;
        article.put("isAccessibleForFree", free);
        if (!free) {
            article.set(
                    "hasPart",
                    thing("WebPageElement").put("isAccessibleForFree", false).put("cssSelector", WORDS));
        }
        return new RawString(inAScript(article.toString()));
    }

    private ObjectNode person(Author author) {
        return thing("Person").put("name", author.name);
    }

    private ObjectNode thing(String type) {
        return json.createObjectNode().put("@type", type);
    }

    private String absolute(String path) {
        return Links.absolute(site, path).toString();
    }

    /** Nothing in it can end the element or begin a comment (HTML, 4.12.1.3). */
    private static String inAScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
