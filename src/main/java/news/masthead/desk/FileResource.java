package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import news.masthead.identity.Role;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Reading;
import news.masthead.wire.WireDesk;

/** One file as it came: its bytes, its items, and reading it again. */
@Path(Links.DESK_ARRIVALS + "/{source: [^/]{1,100}}/{hash: [0-9a-f]{64}}")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class FileResource {

    private static final String READ_AGAIN = "read-again";

    @Inject
    Arrivals arrivals;

    @Inject
    WireDesk wire;

    @Inject
    FileWords words;

    @Inject
    Frames frames;

    @Inject
    FileMessages messages;

    @GET
    public Response show(
            @PathParam("source") String source, @PathParam("hash") String hash, @QueryParam("done") String done) {
        Arrivals.Name name = new Arrivals.Name(source, hash);
        Arrivals.Arrival arrival = arrivals.arrival(name).orElseThrow(NotFoundException::new);
        List<Reading> readings = arrivals.readingsOf(name);
        Notice notice = READ_AGAIN.equals(done) && !readings.isEmpty() ? done(readings.getFirst()) : null;
        return Frames.page(200, page(arrival, readings, notice));
    }

    /** The bytes as they came, never as a page: they are a stranger's. */
    @GET
    @Path("/raw")
    public Response raw(@PathParam("source") String source, @PathParam("hash") String hash) {
        return bytes(arrivals.raw(new Arrivals.Name(source, hash)).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("/replay")
    public Response replay(@PathParam("source") String source, @PathParam("hash") String hash) {
        arrivals.arrival(new Arrivals.Name(source, hash)).orElseThrow(NotFoundException::new);
        wire.replay(source, hash, frames.editor());
        return Frames.to(Links.deskFile(source, hash) + "?done=" + READ_AGAIN);
    }

    static Response bytes(Arrivals.Raw raw) {
        return Response.ok(raw.bytes())
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header("Content-Security-Policy", "sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private FilePage page(Arrivals.Arrival arrival, List<Reading> readings, Notice notice) {
        Arrivals.File file = arrival.file();
        String address = Links.deskFile(file.id().source(), file.id().hash());
        return new FilePage(
                frames.around(words.name(file), Frames.ARRIVALS),
                notice,
                words.row(arrival),
                frames.stamp(file.receivedAt()),
                file.charset(),
                file.readAt().map(frames::stamp).orElse(null),
                file.readBy().isEmpty() ? "" : messages.byBuild(file.readBy()),
                file.id().hash(),
                address + "/replay",
                readings.stream().map(this::reading).toList(),
                RawView.of(arrivals.raw(file.id()).orElseThrow(NotFoundException::new), address + "/raw"));
    }

    private FilePage.Reading reading(Reading reading) {
        return new FilePage.Reading(
                frames.stamp(reading.at),
                reading.orderedBy,
                messages.byBuild(reading.build),
                words.changes(reading),
                reading.problem);
    }

    private Notice done(Reading reading) {
        if (!reading.problem.isEmpty()) {
            return Notice.problem(messages.doneUnreadable(reading.problem));
        }
        return Notice.done(reading.changedAnything() ? messages.doneChanged() : messages.doneUnchanged());
    }
}
