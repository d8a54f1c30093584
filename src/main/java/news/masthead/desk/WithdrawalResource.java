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
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** Takes a story out of the paper, for good or until it is released. */
@Path(Links.DESK_STORIES + "/{id: \\d{12}}")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class WithdrawalResource {

    @Inject
    Archive archive;

    @Inject
    Newsroom newsroom;

    @Inject
    StorySheets sheets;

    @Inject
    Frames frames;

    @POST
    @Path("/kill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response kill(@PathParam("id") long id, @RestForm String notice, @RestForm String reason) {
        OrderFields typed = new OrderFields(OrderFields.KILL, notice, reason);
        return given(id, typed, Frames.Done.KILLED, () -> newsroom.kill(id, notice, reason, frames.editor()));
    }

    @POST
    @Path("/withhold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withhold(@PathParam("id") long id, @RestForm String notice, @RestForm String reason) {
        OrderFields typed = new OrderFields(OrderFields.WITHHOLD, notice, reason);
        return given(id, typed, Frames.Done.WITHHELD, () -> newsroom.withhold(id, notice, reason, frames.editor()));
    }

    @POST
    @Path("/release-wish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askForRelease(@PathParam("id") long id, @RestForm String reason) {
        OrderFields typed = new OrderFields(OrderFields.RELEASE_WISH, "", reason);
        return given(
                id, typed, Frames.Done.RELEASE_ASKED, () -> newsroom.askForRelease(id, reason, frames.colleague()));
    }

    @POST
    @Path("/release")
    public Response release(@PathParam("id") long id) {
        return given(id, OrderFields.NONE, Frames.Done.RELEASED, () -> newsroom.release(id, frames.colleague()));
    }

    private Response given(long id, OrderFields typed, Frames.Done done, Runnable verb) {
        Story story = story(id);
        if (!typed.isComplete()) {
            return Frames.page(422, sheets.ordered(story, typed));
        }
        try {
            verb.run();
            return Frames.to(Links.deskStory(id), done);
        } catch (UnfitCopy unfit) {
            return Frames.page(422, sheets.untouched(story(id), Notice.problem(unfit.getMessage())));
        }
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow(NotFoundException::new);
    }
}
