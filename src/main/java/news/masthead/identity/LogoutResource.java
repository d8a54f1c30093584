package news.masthead.identity;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;

/** Log-out, asked for first: following a link changes nothing. */
@Path(Links.LOGOUT)
@Blocking
class LogoutResource {

    @Inject
    WayOut wayOut;

    @Inject
    Visit visit;

    @Inject
    Layout layout;

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask() {
        Viewer viewer = visit.registered().isPresent() ? Viewer.REGISTERED : Viewer.ANONYMOUS;
        return new LogoutPage(layout.around(Heading.unlisted("Log out", Links.LOGOUT), viewer), Links.LOGOUT);
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response logOut() {
        return wayOut.leave(visit.session());
    }
}
