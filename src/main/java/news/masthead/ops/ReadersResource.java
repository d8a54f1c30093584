package news.masthead.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
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
import java.util.List;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Bans;
import news.masthead.identity.Erasure;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.identity.Visit;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.web.Viewer;

/** An administrator finds a reader, bans, lifts a ban, or logs somebody out everywhere. Each deed needs a reason and leaves it. */
@Path(Links.OPS_READERS)
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMIN)
class ReadersResource {

    @Inject
    Accounts accounts;

    @Inject
    Bans bans;

    @Inject
    Erasure erasure;

    @Inject
    ReaderPages pages;

    @Inject
    ReaderMessages words;

    @Inject
    Layout layout;

    @Inject
    Visit visit;

    /** One of the deeds of {@link Bans}. */
    private interface Deed {
        void on(long account, String by, String reason);
    }

    @GET
    public Response find(@QueryParam("email") String email) {
        String asked = email == null ? "" : email.strip();
        List<ReadersPage.Row> found = accounts.ofEmail(asked).stream()
                .map(account -> new ReadersPage.Row(
                        account.name, account.email, account.isBanned(), Links.opsReader(account.id)))
                .toList();
        return answer(
                Response.Status.OK,
                new ReadersPage(
                        layout.around(Heading.unlisted(words.readers(), Links.OPS_READERS), Viewer.STAFF),
                        asked,
                        Links.OPS_READERS,
                        !asked.isEmpty(),
                        found,
                        erasure.leftAtProvider().entrySet().stream()
                                .map(left -> words.leftAtProvider(left.getKey(), left.getValue()))
                                .toList()));
    }

    @GET
    @Path("/{account:[0-9]{1,18}}")
    public Response show(@PathParam("account") long account, @QueryParam("done") String done) {
        return answer(
                Response.Status.OK, pages.of(found(account), done == null ? null : Notice.done(words.done()), ""));
    }

    @POST
    @Path("/{account:[0-9]{1,18}}/ban")
    public Response ban(@PathParam("account") long account, @FormParam("reason") String reason) {
        if (account == me().account()) {
            return refused(account, words.ownAccount(), reason);
        }
        return with(account, reason, bans::ban);
    }

    @POST
    @Path("/{account:[0-9]{1,18}}/lift")
    public Response lift(@PathParam("account") long account, @FormParam("reason") String reason) {
        return with(account, reason, bans::lift);
    }

    @POST
    @Path("/{account:[0-9]{1,18}}/end-sessions")
    public Response endSessions(@PathParam("account") long account, @FormParam("reason") String reason) {
        return with(account, reason, bans::endSessions);
    }

    private Response with(long account, String reason, Deed deed) {
        if (reason == null || reason.isBlank()) {
            return refused(account, words.needsReason(), reason);
        }
        found(account);
        deed.on(account, found(me().account()).email, reason.strip());
        return Response.seeOther(URI.create(Links.opsReader(account) + "?done="))
                .build();
    }

    private Response refused(long account, String why, String reason) {
        return answer(
                Response.Status.BAD_REQUEST,
                pages.of(found(account), Notice.problem(why), reason == null ? "" : reason));
    }

    private static Response answer(Response.Status status, Object page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private Reader.Registered me() {
        return visit.registered().orElseThrow();
    }

    private Account found(long account) {
        return accounts.find(account).orElseThrow(NotFoundException::new);
    }
}
