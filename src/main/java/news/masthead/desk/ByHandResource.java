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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.story.Provenance;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Credits;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireItem;

/** A file in quarantine becomes a story by the hand of an editor, who has read it; never by itself. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}/story")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class ByHandResource {

    @Inject
    Inbox inbox;

    @Inject
    Arrivals arrivals;

    @Inject
    Credits credits;

    @Inject
    Newsroom newsroom;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @Inject
    FileMessages files;

    @GET
    public Response begin(@PathParam("id") long id) {
        WireItem item = item(id);
        String body = RawWords.asHtml(
                arrivals.raw(arrivals.nameOf(item)).orElseThrow().text());
        return Frames.page(200, page(item, null, StoryFields.ofWords(body), Map.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("id") long id, @BeanParam StoryFields typed) {
        WireItem item = item(id);
        Map<String, String> problems = forms.problems(Forms.Kind.BY_HAND, typed);
        if (!problems.isEmpty()) {
            return Frames.page(422, page(item, messages.notPublished(), typed, problems));
        }
        try {
            Decision decision = forms.decision(typed, Optional.empty(), Optional.empty());
            long story = newsroom.writeOf(id, decision, typed.body(), frames.editor());
            return Frames.to(Links.deskStory(story), Frames.Done.PUBLISHED);
        } catch (UnfitCopy unfit) {
            return Frames.page(422, page(item, unfit.getMessage(), typed, Map.of()));
        }
    }

    private WireItem item(long id) {
        return inbox.item(id).filter(Standings::isQuarantined).orElseThrow(NotFoundException::new);
    }

    private ByHandPage page(WireItem item, String problem, StoryFields typed, Map<String, String> problems) {
        String address = Links.deskItem(item.id);
        Optional<Provenance> credit = credits.ofStaffCopy(item);
        return new ByHandPage(
                frames.around(files.byHand(), Frames.INBOX),
                problem == null ? null : Notice.problem(problem),
                item.headline,
                address,
                credit.map(Provenance::creditLine).orElse(""),
                credit.isEmpty() ? null : forms.form(Forms.Kind.BY_HAND, address + "/story", typed, problems),
                RawView.of(arrivals.raw(arrivals.nameOf(item)).orElseThrow(), address + "/raw"));
    }
}
