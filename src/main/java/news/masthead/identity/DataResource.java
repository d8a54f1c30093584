package news.masthead.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.web.Viewer;

/** The reader's copy, and the end of the account. */
@Path(Links.ACCOUNT_DATA)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DataResource {

    /** Books are kept for eight financial years: Companies Act 2013, section 128 (5). */
    private static final int YEARS_KEPT = 8;

    @Inject
    Visit visit;

    @Inject
    Erasure erasure;

    @Inject
    Cookies cookies;

    @Inject
    ErasureMessages words;

    @Inject
    Layout layout;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed(Role.READER)
    public Response page() {
        return page(200, null);
    }

    @GET
    @Path("/copy")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    public Response copy() throws JsonProcessingException {
        byte[] copy = json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(erasure.copy(visit.registered().orElseThrow().account()));
        return Response.ok(copy)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                .build();
    }

    @POST
    @Path("/erasure")
    @PermitAll
    public Response erase(@FormParam("sure") String sure) {
        Optional<Reader.Registered> reader = visit.registered();
        if (reader.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_DATA);
        }
        if (!"yes".equals(sure)) {
            return page(422, Notice.problem(words.sure()));
        }
        if (!erasure.erase(reader.get().account())) {
            return page(503, Notice.problem(words.notNow()));
        }
        return Response.ok(new ErasedPage(
                        layout.around(Heading.unlisted(words.gone(), Links.ACCOUNT_DATA), Viewer.ANONYMOUS),
                        keptUntil(),
                        Links.FRONT))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Clear-Site-Data", "\"cache\"")
                .cookie(cookies.noSession())
                .build();
    }

    private Response page(int status, Notice notice) {
        Viewer viewer = visit.registered().orElseThrow().isStaff() ? Viewer.STAFF : Viewer.REGISTERED;
        DataPage page = new DataPage(
                layout.around(Heading.unlisted(words.title(), Links.ACCOUNT_DATA), viewer),
                notice,
                keptUntil(),
                Links.ACCOUNT_DATA_COPY,
                Links.ACCOUNT_ERASURE,
                Links.ACCOUNT);
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    /** The end of the eighth financial year after this one, which ends with March. */
    private String keptUntil() {
        LocalDate today = dates.dayOf(clock.instant());
        int endOfYear = today.getMonthValue() > Month.MARCH.getValue() ? today.getYear() + 1 : today.getYear();
        LocalDate last = LocalDate.of(endOfYear + YEARS_KEPT, Month.MARCH, Month.MARCH.maxLength());
        return dates.day(last.atStartOfDay(publication.zone()).toInstant());
    }
}
