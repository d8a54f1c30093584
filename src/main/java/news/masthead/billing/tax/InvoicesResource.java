package news.masthead.billing.tax;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import news.masthead.billing.Onlooker;
import news.masthead.identity.LogIn;
import news.masthead.identity.Role;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.resteasy.reactive.RestForm;

/** The reader's own tax papers. Nobody else's are there. */
@Path(Links.ACCOUNT_PLAN_INVOICES)
@Blocking
class InvoicesResource {

    @Inject
    TaxInvoices papers;

    @Inject
    BuyerBook buyers;

    @Inject
    DetailsForms forms;

    @Inject
    Onlooker onlooker;

    @Inject
    Layout layout;

    @Inject
    TaxMessages words;

    @Inject
    Dates dates;

    /** @param now {@code saved} after the form was */
    @GET
    @RolesAllowed(Role.READER)
    @Produces(MediaType.TEXT_HTML)
    public Response list(@QueryParam("now") String now) {
        long account = onlooker.account().orElseThrow();
        Optional<Buyer> buyer = buyers.of(account);
        Notice notice = "saved".equals(now) && buyer.isPresent() ? Notice.done(words.saved()) : null;
        return page(200, account, notice, buyer.map(DetailsForm::of).orElse(DetailsForm.EMPTY));
    }

    @POST
    @Path("/details")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response details(
            @RestForm String name, @RestForm String address, @RestForm String state, @RestForm String gstin) {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN_INVOICES);
        }
        return switch (forms.read(DetailsForm.typed(name, address, state, gstin))) {
            case DetailsForms.Outcome.Fine fine -> {
                buyers.keep(account.get(), fine.buyer());
                yield Response.seeOther(URI.create(Links.ACCOUNT_PLAN_INVOICES + "?now=saved"))
                        .build();
            }
            case DetailsForms.Outcome.Refused refused ->
                page(422, account.get(), Notice.problem(words.notSaved()), refused.form());
        };
    }

    @GET
    @Path("/{slug: [A-Za-z-]*[0-9][A-Za-z0-9-]*}")
    @RolesAllowed(Role.READER)
    @Produces("application/pdf")
    public Response pdf(@PathParam("slug") String slug) {
        TaxPaper paper = papers.find(onlooker.account().orElseThrow(), slug).orElseThrow(NotFoundException::new);
        return Response.ok(papers.pdf(paper))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + paper.slug() + ".pdf\"")
                .build();
    }

    private Response page(int status, long account, Notice notice, DetailsForm form) {
        InvoicesPage page = new InvoicesPage(
                layout.around(Heading.unlisted(words.pageHeading(), Links.ACCOUNT_PLAN_INVOICES), onlooker.viewer()),
                notice,
                papers.of(account).stream().map(this::row).toList(),
                form,
                IndianState.choices(IndianState.ofCode(form.state())),
                Links.ACCOUNT_PLAN_INVOICE_DETAILS,
                Links.ACCOUNT_PLAN);
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private InvoicesPage.Row row(TaxPaper paper) {
        return new InvoicesPage.Row(
                paper.number,
                paper.credits().map(words::creditNoteFor).orElse(paper.description),
                dates.day(paper.issuedAt),
                (paper.isInvoice() ? "" : "−") + paper.total(),
                paper.split().tax().toString(),
                Links.accountInvoice(paper.slug()));
    }
}
