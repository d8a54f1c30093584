package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.identity.Role;
import news.masthead.web.Links;
import news.masthead.wire.Agencies;
import news.masthead.wire.Inbox;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;
import org.jboss.resteasy.reactive.RestForm;

/** What came from nobody we can name is handed to the agency that an editor knows it is of. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}/agency")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class HandResource {

    @Inject
    Inbox inbox;

    @Inject
    Agencies agencies;

    @Inject
    WireDesk wire;

    @Inject
    Frames frames;

    /** Leads to the file as the agency's; without a known agency nothing happens, and the item is shown again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hand(@PathParam("id") long id, @RestForm String agency) {
        inbox.item(id).filter(item -> item.source.equals(WireDesk.NOBODY)).orElseThrow(NotFoundException::new);
        if (agency == null || agencies.find(agency).isEmpty()) {
            return Frames.to(Links.deskItem(id));
        }
        Receipt receipt = wire.hand(id, agency, frames.editor());
        return Frames.to(Links.deskFile(agency, receipt.file()));
    }
}
