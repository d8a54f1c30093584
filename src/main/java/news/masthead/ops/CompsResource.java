package news.masthead.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.subscription.Comp;
import news.masthead.subscription.Comps;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** Complimentary access: given, listed, ended. */
@Path(Links.OPS_COMPS)
@Blocking
@RolesAllowed({Role.BILLING, Role.ADMIN})
class CompsResource {

    private static final int MOST_OVER = 50;

    @Inject
    Comps comps;

    @Inject
    CompForms forms;

    @Inject
    Accounts accounts;

    @Inject
    OpsFrames frames;

    @Inject
    CompMessages messages;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /**
     * @param now the number of the comp that was just given or ended
     * @param reader the account that is to get one, so that nobody types its address again
     */
    @GET
    public Response list(@QueryParam("now") Long now, @QueryParam("for") Long reader) {
        Notice notice = now == null ? null : comps.find(now).map(this::notice).orElse(null);
        CompForm form = Optional.ofNullable(reader)
                .flatMap(accounts::find)
                .map(account -> CompForm.typed(account.email, "", ""))
                .orElse(CompForm.EMPTY);
        return page(200, notice, form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(@RestForm String email, @RestForm String until, @RestForm String reason) {
        return switch (forms.give(CompForm.typed(email, until, reason), frames.account())) {
            case CompForms.Outcome.Given given -> backTo(given.comp().id);
            case CompForms.Outcome.Refused refused -> page(422, null, refused.form());
        };
    }

    @POST
    @Path("/{id: \\d{1,18}}/end")
    public Response end(@PathParam("id") long id) {
        comps.find(id).orElseThrow(NotFoundException::new);
        comps.revoke(id, frames.account());
        return backTo(id);
    }

    private Response page(int status, Notice notice, CompForm form) {
        return OpsFrames.page(
                status,
                new CompsPage(
                        frames.around(messages.title(), OpsFrames.COMPS),
                        notice,
                        form,
                        Links.OPS_COMPS,
                        publication.zone().getId(),
                        comps.running().stream().map(this::running).toList(),
                        comps.over(MOST_OVER).stream().map(this::over).toList()));
    }

    /** Says only what the record bears out, whatever the link claims. */
    private Notice notice(Comp comp) {
        String name = CompForms.name(account(comp.account));
        return Notice.done(
                comp.runs(clock.instant()) ? messages.given(name, forms.lastDay(comp.endsAt)) : messages.ended(name));
    }

    private CompsPage.Row running(Comp comp) {
        return row(comp, messages.untilDay(forms.lastDay(comp.endsAt)), "", Links.opsCompEnd(comp.id));
    }

    private CompsPage.Row over(Comp comp) {
        String span = messages.span(dates.day(comp.startsAt), forms.lastDay(comp.endsAt));
        String endedBy = comp.revokedAt()
                .map(at ->
                        messages.endedBy(CompForms.name(account(comp.revokedBy().orElseThrow())), dates.day(at)))
                .orElse("");
        return row(comp, span, endedBy, "");
    }

    private CompsPage.Row row(Comp comp, String span, String endedBy, String end) {
        Account account = account(comp.account);
        return new CompsPage.Row(
                CompForms.name(account),
                account.email,
                comp.account,
                span,
                comp.reason,
                messages.givenBy(CompForms.name(account(comp.grantedBy))),
                endedBy,
                end);
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow();
    }

    private static Response backTo(long id) {
        return Response.seeOther(URI.create(Links.OPS_COMPS + "?now=" + id)).build();
    }
}
