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
import java.time.LocalDate;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.ReplayOrder;
import news.masthead.wire.Replays;

/** Orders to read many files again, and how far they are. */
@Path(Links.DESK_REPLAYS)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class ReplaysResource {

    private static final ArrivalFields EVERYTHING = new ArrivalFields("", "", "", "", "");

    @Inject
    Replays replays;

    @Inject
    ReplayWords words;

    @Inject
    ArrivalsPages arrivals;

    @Inject
    Publication publication;

    @Inject
    Frames frames;

    @Inject
    FileMessages messages;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(@BeanParam ReplayFields typed) {
        if (!typed.quarantine().isEmpty()) {
            return Frames.to(Links.deskReplay(replays.orderTheQuarantine(frames.editor())));
        }
        if (typed.agency().isEmpty()) {
            return unclear(typed, messages.needsAgency());
        }
        Optional<LocalDate> from = ArrivalFields.day(typed.from());
        Optional<LocalDate> until = ArrivalFields.day(typed.until());
        if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
            return unclear(typed, messages.needsDays());
        }
        return Frames.to(Links.deskReplay(replays.order(
                typed.agency(), ArrivalFields.days(from.get(), until.get(), publication.zone()), frames.editor())));
    }

    @GET
    @Path("/{id: \\d{1,18}}")
    public Response show(@PathParam("id") long id) {
        ReplayOrder order = order(id);
        return Frames.page(
                200,
                new ReplayPage(
                        frames.around(messages.order(), Frames.ARRIVALS),
                        words.what(order),
                        messages.orderedBy(
                                order.orderedBy, frames.stamp(order.orderedAt).words()),
                        Links.deskReplay(id),
                        words.now(order)));
    }

    @GET
    @Path("/{id: \\d{1,18}}/progress")
    public Response progress(@PathParam("id") long id) {
        return Frames.page(200, words.now(order(id)));
    }

    private ReplayOrder order(long id) {
        return replays.find(id).orElseThrow(NotFoundException::new);
    }

    private Response unclear(ReplayFields typed, String sentence) {
        return Frames.page(422, arrivals.page(EVERYTHING, Notice.problem(sentence), typed, sentence));
    }
}
