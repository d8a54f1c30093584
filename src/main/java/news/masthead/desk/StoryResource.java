package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** One story of the paper: correct it, see what was done to it. */
@Path(Links.DESK_STORIES + "/{id: \\d{12}}")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class StoryResource {

    @Inject
    Archive archive;

    @Inject
    Newsroom newsroom;

    @Inject
    StorySheets sheets;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @GET
    public Response show(@PathParam("id") long id, @QueryParam("done") String done) {
        return Frames.page(200, sheets.untouched(story(id), frames.done(action(done))));
    }

    @POST
    @Path("/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, @BeanParam StoryFields typed) {
        Story story = story(id);
        Map<String, String> problems = forms.problems(Forms.Kind.STORY, typed);
        if (!problems.isEmpty()) {
            Notice notice = Notice.problem(messages.notPublished());
            return Frames.page(422, sheets.corrected(story, notice, typed, problems));
        }
        try {
            Decision decision = forms.decision(typed, Optional.empty(), Optional.empty());
            newsroom.correct(id, typed.versionSeen(), decision, typed.body(), typed.correction(), frames.editor());
            return Frames.to(Links.deskStory(id), Frames.Done.CORRECTED);
        } catch (UnfitCopy unfit) {
            Notice notice = Notice.problem(unfit.getMessage());
            return Frames.page(422, sheets.corrected(story(id), notice, typed, Map.of()));
        }
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow(NotFoundException::new);
    }

    private static Frames.Done action(String done) {
        return Arrays.stream(Frames.Done.values())
                .filter(one -> one.name().equals(done))
                .findFirst()
                .orElse(null);
    }
}
