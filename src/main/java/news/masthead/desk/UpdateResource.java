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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.identity.Role;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireItem;
import org.jboss.resteasy.reactive.RestForm;

/** What an agency's update would change in a story, and the choice of what to take of it. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}/update")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class UpdateResource {

    @Inject
    Inbox inbox;

    @Inject
    Updates updates;

    @Inject
    UpdateDiffs diffs;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    /** What an editor chose. */
    record Choice(
            @RestForm String version,
            @RestForm("take") List<String> places,
            @RestForm String all,
            @RestForm String note) {

        Choice {
            version = version == null ? "" : version;
            places = places == null
                    ? List.of()
                    : places.stream().filter(place -> !place.isBlank()).toList();
            note = note == null ? "" : note;
        }

        int versionSeen() {
            return version.matches("\\d{1,6}") ? Integer.parseInt(version) : -1;
        }

        /** None for all of them. */
        Optional<Set<String>> chosen() {
            return all == null ? Optional.of(Set.copyOf(places)) : Optional.empty();
        }

        Optional<String> correction() {
            return Optional.of(note).filter(words -> !words.isBlank());
        }
    }

    @GET
    public Response show(@PathParam("id") long id) {
        WireItem item = item(id);
        return Frames.page(200, page(item, null, diffs.of(item)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("id") long id, @BeanParam Choice choice) {
        try {
            long story = updates.take(
                    item(id).id, choice.versionSeen(), choice.chosen(), choice.correction(), frames.editor());
            return Frames.to(Links.deskStory(story), Frames.Done.CORRECTED);
        } catch (UnfitCopy unfit) {
            WireItem item = item(id);
            UpdateDiff again = diffs.of(item, choice.chosen(), choice.note());
            return Frames.page(422, page(item, Notice.problem(unfit.getMessage()), again));
        }
    }

    private WireItem item(long id) {
        return inbox.item(id).orElseThrow(NotFoundException::new);
    }

    private UpdatePage page(WireItem item, Notice notice, UpdateDiff update) {
        String headline = item.headline.isBlank() ? messages.noHeadline() : item.headline;
        return new UpdatePage(
                frames.around(headline, Frames.INBOX),
                notice,
                headline,
                update,
                Links.deskItem(item.id),
                item.story().map(Links::deskStory).orElse(""));
    }
}
