package news.masthead.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import news.masthead.identity.Visit;
import news.masthead.story.Archive;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages for what cannot be answered. They say nothing of how the house is built. */
@Blocking
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final int LATEST = 6;

    @Inject
    Layout layout;

    @Inject
    Visit visit;

    @Inject
    Viewers viewers;

    @Inject
    Archive archive;

    @Inject
    Teasers teasers;

    @ServerExceptionMapper
    Response notFound(NotFoundException nothing) {
        return html(
                Response.Status.NOT_FOUND.getStatusCode(),
                new NotFoundPage(
                                layout.around(Heading.unlisted("Not found", Links.FRONT), viewers.of(visit.reader())),
                                teasers.of(archive.newest(LATEST)))
                        .render());
    }

    @ServerExceptionMapper
    Response fault(Exception fault) {
        if (fault instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return refused.getResponse();
        }
        String requestId = UUID.randomUUID().toString();
        LOG.errorf(fault, "Request %s failed", requestId);
        return html(
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                new ErrorPage(layout.around(Heading.unlisted("Error", Links.FRONT), Viewer.ANONYMOUS), "", requestId)
                        .render());
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page)
                .build();
    }
}
