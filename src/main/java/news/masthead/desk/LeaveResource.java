package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.identity.Role;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.wire.Inbox;
import news.masthead.wire.Leaves;
import news.masthead.wire.WireItem;
import org.jboss.resteasy.reactive.RestForm;

/** Lets an item go that waits for the agency's word, with the reason. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}/leave")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class LeaveResource {

    @Inject
    Inbox inbox;

    @Inject
    Leaves leaves;

    @Inject
    LeaveForms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @GET
    public Response show(@PathParam("id") long id) {
        return Frames.page(200, page(item(id), ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response letGo(@PathParam("id") long id, @RestForm String word) {
        try {
            leaves.letGo(item(id).id, word == null ? "" : word, frames.editor());
            return Frames.to(Links.deskItem(id));
        } catch (UnfitCopy unfit) {
            return Frames.page(422, page(item(id), unfit.getMessage()));
        }
    }

    private WireItem item(long id) {
        return inbox.item(id).orElseThrow(NotFoundException::new);
    }

    private LeavePage page(WireItem item, String problem) {
        String headline = item.headline.isBlank() ? messages.noHeadline() : item.headline;
        return new LeavePage(
                frames.around(headline, Frames.INBOX),
                headline,
                item.reason,
                forms.of(item, problem),
                Links.deskItem(item.id));
    }
}
