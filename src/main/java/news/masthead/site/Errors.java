package news.masthead.site;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import news.masthead.story.Archive;
import news.masthead.web.Chrome;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages for what cannot be answered. The same for everybody; they say nothing of how the house is built. */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final int LATEST = 6;

    @Inject
    Layout layout;

    @Inject
    Archive archive;

    @Inject
    Teasers teasers;

    @Inject
    Renditions renditions;

    @Inject
    SiteMessages messages;

    /** Asynchronous because an address that no resource matches is found out on the event loop, where no query may run. */
    @ServerExceptionMapper
    Uni<Response> notFound(NotFoundException nothing) {
        return Uni.createFrom()
                .item(() -> html(Response.Status.NOT_FOUND, notFoundPage().plain()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @ServerExceptionMapper
    Response fault(Exception fault) {
        if (fault instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return refused.getResponse();
        }
        if (Garbled.is(fault)) {
            return html(Response.Status.BAD_REQUEST, new ErrorPage(around("Error"), messages.garbled(), "").render());
        }
        String requestId = UUID.randomUUID().toString();
        LOG.errorf(fault, "Request %s failed", requestId);
        return html(Response.Status.INTERNAL_SERVER_ERROR, new ErrorPage(around("Error"), "", requestId).render());
    }

    private static Response html(Response.Status status, Object page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, Answers.KEEP_NOTHING)
                .entity(page)
                .build();
    }

    private Rendition notFoundPage() {
        return renditions.answer(issue -> issue.page(
                "404",
                new Variant.Open(Viewer.ANONYMOUS),
                () -> new NotFoundPage(around("Not found"), teasers.of(archive.newest(LATEST)))));
    }

    private Chrome around(String title) {
        return layout.around(Heading.unlisted(title, Links.FRONT), Viewer.ANONYMOUS);
    }
}
