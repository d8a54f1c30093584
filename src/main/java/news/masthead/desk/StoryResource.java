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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** One story of the paper: correct it, kill it, see what was done to it. */
@Path(Links.DESK_STORIES + "/{id: \\d{12}}")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class StoryResource {

    private static final KillFields NO_ORDER = new KillFields("", "");

    @Inject
    Archive archive;

    @Inject
    Newsroom newsroom;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    /** What an editor typed to kill a story. */
    record KillFields(@RestForm String notice, @RestForm String reason) {

        KillFields {
            notice = notice == null ? "" : notice;
            reason = reason == null ? "" : reason;
        }

        boolean isComplete() {
            return !notice.isBlank() && !reason.isBlank();
        }
    }

    @GET
    public Response show(@PathParam("id") long id, @QueryParam("done") String done) {
        Story story = story(id);
        return Frames.page(200, page(story, frames.done(action(done)), untouched(story), Map.of(), NO_ORDER));
    }

    @POST
    @Path("/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, @BeanParam StoryFields typed) {
        Story story = story(id);
        Map<String, String> problems = forms.problems(Forms.Kind.STORY, typed);
        if (!problems.isEmpty()) {
            return Frames.page(422, page(story, Notice.problem(messages.notPublished()), typed, problems, NO_ORDER));
        }
        try {
            Decision decision = forms.decision(typed, Optional.empty(), Optional.empty());
            newsroom.correct(id, typed.versionSeen(), decision, typed.body(), typed.correction(), frames.editor());
            return Frames.to(Links.deskStory(id), Frames.Done.CORRECTED);
        } catch (UnfitCopy unfit) {
            return Frames.page(422, page(story(id), Notice.problem(unfit.getMessage()), typed, Map.of(), NO_ORDER));
        }
    }

    @POST
    @Path("/kill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response kill(@PathParam("id") long id, @BeanParam KillFields typed) {
        Story story = story(id);
        if (!typed.isComplete()) {
            return Frames.page(422, page(story, null, untouched(story), Map.of(), typed));
        }
        newsroom.kill(id, typed.notice(), typed.reason(), frames.editor());
        return Frames.to(Links.deskStory(id), Frames.Done.KILLED);
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow(NotFoundException::new);
    }

    private StoryFields untouched(Story story) {
        return StoryFields.of(story, newsroom.wordsOf(story));
    }

    private StoryPage page(
            Story story, Notice notice, StoryFields typed, Map<String, String> problems, KillFields order) {
        String address = Links.deskStory(story.id);
        return new StoryPage(
                frames.around(story.headline, Frames.STORIES),
                notice,
                story.headline,
                story.provenance().map(Provenance::creditLine).orElse(""),
                frames.stamp(story.publishedAt),
                Standings.of(story),
                Links.story(story.section, story.slug, story.id),
                story.isKilled() ? null : forms.form(Forms.Kind.STORY, address + "/correction", typed, problems),
                story.isKilled() ? null : kill(address, order),
                history(story));
    }

    private StoryPage.Kill kill(String address, KillFields typed) {
        boolean asked = typed != NO_ORDER;
        return new StoryPage.Kill(
                address + "/kill",
                new StoryForm.Field(typed.notice(), asked && typed.notice().isBlank() ? messages.needsNotice() : ""),
                new StoryForm.Field(typed.reason(), asked && typed.reason().isBlank() ? messages.needsReason() : ""));
    }

    private List<StoryPage.Change> history(Story story) {
        return archive.versionsOf(story.id).stream()
                .map(version -> {
                    String[] change = version.change.split(": ", 2);
                    return new StoryPage.Change(
                            frames.stamp(version.at), version.editor, change[0], change.length > 1 ? change[1] : "");
                })
                .toList();
    }

    private static Frames.Done action(String done) {
        return Arrays.stream(Frames.Done.values())
                .filter(one -> one.name().equals(done))
                .findFirst()
                .orElse(null);
    }
}
