package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.access.PolicyBook;
import news.masthead.access.Vocabulary;
import news.masthead.identity.Role;
import news.masthead.values.Publication;
import news.masthead.web.Links;

/** The versions of the policy, and the way to a new one: written, shown what it would do, activated. The chief editor's alone. */
@Path(Links.DESK_POLICIES)
@Blocking
@RolesAllowed(Role.CHIEF)
class PoliciesResource {

    private static final Pattern UP = Pattern.compile("up-([1-9]\\d{0,2})");
    private static final Pattern MORE = Pattern.compile("more-(allowance|rule|right)");
    private static final int MORE_ROWS = 3;

    @Inject
    PolicyBook policies;

    @Inject
    Vocabulary vocabulary;

    @Inject
    PolicyPages pages;

    @Inject
    Publication publication;

    @Inject
    Frames frames;

    @Inject
    PolicyMessages messages;

    @Inject
    Clock clock;

    @GET
    public Response list(
            @QueryParam("done") String done,
            @QueryParam("withdrawn") String withdrawn,
            @QueryParam("past") String past) {
        return Frames.page(200, pages.list(done, withdrawn, past != null));
    }

    /** @param of number of the version to go on from; that in force where there is none such */
    @GET
    @Path("/new")
    public Response begin(@QueryParam("of") String of) {
        return Frames.page(200, pages.fresh(of));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(MultivaluedMap<String, String> form) {
        PolicyFields typed = PolicyFields.of(form);
        String act = typed.text("act");
        Matcher more = MORE.matcher(act);
        Matcher up = UP.matcher(act);
        if (more.matches()) {
            return Frames.page(200, pages.form(typed.withMore(more.group(1), MORE_ROWS), null, Map.of()));
        }
        if (up.matches()) {
            return Frames.page(200, pages.form(typed.withRuleUp(Integer.parseInt(up.group(1)) - 1), null, Map.of()));
        }
        return act.equals("edit")
                ? Frames.page(200, pages.form(typed.withBlankRows(), null, Map.of()))
                : judged(typed, act.equals("activate"));
    }

    @POST
    @Path("/{version}/withdrawal")
    public Response withdraw(@PathParam("version") long version) {
        return policies.withdraw(version, frames.editor())
                ? Frames.to(Links.DESK_POLICIES + "?withdrawn=" + version)
                : Frames.page(409, pages.tooLate(version));
    }

    /** Everything is judged again when it is activated: what was previewed may have been long ago. */
    private Response judged(PolicyFields typed, boolean activate) {
        PolicyReading reading = new PolicyReading(typed, vocabulary, publication.zone(), clock.instant(), messages);
        if (!reading.problems().isEmpty()) {
            return Frames.page(422, pages.refused(typed, reading.problems()));
        }
        if (!activate) {
            return Frames.page(200, pages.preview(typed, reading));
        }
        long version = policies.add(reading.policy(), reading.begins(), frames.editor(), typed.text("note"));
        return Frames.to(Links.DESK_POLICIES + "?done=" + version);
    }
}
