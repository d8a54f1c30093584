package news.masthead.site;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.story.Licence;
import news.masthead.web.SharedCaches;
import news.masthead.web.Viewer;

/** How a kept page goes out. */
final class Answers {

    /** The browser asks each time, so that a reader who has just paid never meets a stale wall. */
    static final String ASK_EACH_TIME = "private, no-cache";

    /** Gated words are kept by nobody on the way. */
    static final String KEEP_NOTHING = "private, no-store";

    static final String ROBOTS = "X-Robots-Tag";

    private Answers() {}

    /** 200 with the page, or 304 where the client holds these very bytes; of a page that nobody keeps, nobody does. */
    static Response.ResponseBuilder page(Rendition page, String cacheControl, HttpServerRequest request) {
        Response.ResponseBuilder answer;
        if (!cacheControl.equals(KEEP_NOTHING) && page.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            answer = Response.notModified();
        } else if (takesGzip(request)) {
            answer = Response.ok(page.gzipped()).header(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else {
            answer = Response.ok(page.plain());
        }
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.ETAG, page.etag())
                .header(HttpHeaders.VARY, "Accept-Encoding, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    /** An anonymous reader's page is every anonymous reader's, so the proxy may keep it; anybody else's is not. */
    static Response.ResponseBuilder shared(Response.ResponseBuilder answer, Viewer viewer) {
        return viewer == Viewer.ANONYMOUS
                ? SharedCaches.sameForEverybody(
                        answer.header(HttpHeaders.VARY, null).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING))
                : answer;
    }

    /**
     * Says to machines what the source's contract says: {@code X-Robots-Tag} where its stories may not be listed, {@code tdm-reservation} (W3C
     * TDM Reservation Protocol) where machines may not learn from them.
     */
    static Response.ResponseBuilder licensed(Response.ResponseBuilder answer, Licence licence) {
        if (!licence.index()) {
            answer.header(ROBOTS, "noindex, follow");
        }
        if (!licence.ai()) {
            answer.header("tdm-reservation", "1");
        }
        return answer;
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?(\\s*,.*|\\s*)");
    }
}
