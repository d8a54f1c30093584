package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import news.masthead.identity.Role;
import news.masthead.web.Links;

/** Every file that came, and where it ended. */
@Path(Links.DESK_ARRIVALS)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class ArrivalsResource {

    @Inject
    ArrivalsPages pages;

    @GET
    public Response show(@BeanParam ArrivalFields asked) {
        return Frames.page(200, pages.page(asked, null, ReplayFields.NONE, ""));
    }
}
