package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import news.masthead.identity.Role;
import news.masthead.web.Links;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireItem;

/** Lets an item that its agency withheld before it came into the paper be decided about again. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}/lift")
@Blocking
@RolesAllowed({Role.CHIEF, Role.ADMIN})
class LiftResource {

    @Inject
    Inbox inbox;

    @Inject
    Frames frames;

    @POST
    public Response lift(@PathParam("id") long id) {
        WireItem item = inbox.item(id).orElseThrow(NotFoundException::new);
        inbox.lift(item.source, item.guid, frames.editor());
        return Frames.to(Links.deskItem(id));
    }
}
