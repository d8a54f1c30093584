package news.masthead.identity;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.web.Viewer;

/** The reader's own list of sessions. */
@Path(Links.ACCOUNT_DEVICES)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DevicesResource {

    private static final String ONE = "ended";
    private static final String OTHERS = "others-ended";

    @Inject
    Visit visit;

    @Inject
    Devices devices;

    @Inject
    IdentitySettings settings;

    @Inject
    IdentityMessages words;

    @Inject
    WayOut wayOut;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    /**
     * @param now what was just done
     */
    @GET
    @RolesAllowed(Role.READER)
    public Response list(@QueryParam("now") String now) {
        Reader.Registered reader = visit.registered().orElseThrow();
        byte[] here = Sessions.hash(visit.session());
        List<DevicesPage.Row> rows = devices.of(reader.account()).stream()
                .map(session -> row(session, Arrays.equals(session.tokenHash, here)))
                .sorted(Comparator.comparing(DevicesPage.Row::here).reversed())
                .toList();
        DevicesPage page = new DevicesPage(
                layout.around(
                        Heading.unlisted(words.devices(), Links.ACCOUNT_DEVICES),
                        reader.isStaff() ? Viewer.STAFF : Viewer.REGISTERED),
                notice(now),
                rows,
                rows.size() > 1 ? Links.ACCOUNT_OTHER_DEVICES_END : "",
                Links.ACCOUNT_DEVICES_END,
                settings.sessions(),
                Links.ACCOUNT);
        return Response.ok(page)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** One session of the reader's own; what is nobody's, or another's, is not there. */
    @POST
    @Path("/{session}/end")
    @PermitAll
    public Response end(@PathParam("session") String session) {
        return forReader(reader -> {
            if (devices.isHere(id(session), visit.session())) {
                return wayOut.leave(visit.session());
            }
            if (!devices.end(reader.account(), id(session))) {
                throw new NotFoundException();
            }
            return back(ONE);
        });
    }

    @POST
    @Path("/others/end")
    @PermitAll
    public Response endOthers() {
        return forReader(reader -> {
            devices.endOthers(reader.account(), visit.session());
            return back(OTHERS);
        });
    }

    @POST
    @Path("/end")
    @PermitAll
    public Response endAll() {
        return forReader(reader -> {
            devices.endOthers(reader.account(), visit.session());
            return wayOut.leave(visit.session());
        });
    }

    private Response forReader(Function<Reader.Registered, Response> change) {
        return visit.registered().map(change).orElseGet(() -> LogIn.first(Links.ACCOUNT_DEVICES));
    }

    private static Response back(String done) {
        return Response.seeOther(URI.create(Links.ACCOUNT_DEVICES + "?now=" + done))
                .build();
    }

    private static UUID id(String session) {
        try {
            return UUID.fromString(session);
        } catch (IllegalArgumentException garbled) {
            throw new NotFoundException(garbled);
        }
    }

    private DevicesPage.Row row(Session session, boolean here) {
        return new DevicesPage.Row(
                name(Device.of(session.device)),
                dates.minute(session.openedAt),
                here,
                Links.accountDeviceEnd(session.id.toString()));
    }

    private String name(Device device) {
        String browser = device.browser().orElse(words.someBrowser());
        return device.system().map(system -> words.browserOn(browser, system)).orElse(browser);
    }

    private Notice notice(String now) {
        return switch (now == null ? "" : now) {
            case ONE -> Notice.done(words.oneEnded());
            case OTHERS -> Notice.done(words.othersEnded());
            default -> null;
        };
    }
}
