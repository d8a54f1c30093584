package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.LongConsumer;
import news.masthead.identity.LogIn;
import news.masthead.identity.Role;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** From one plan to another: what it costs, and the reader's yes. */
@Path(Links.ACCOUNT_PLAN_CHANGE)
@Blocking
@Produces(MediaType.TEXT_HTML)
class ChangeResource {

    private static final Logger LOG = Logger.getLogger(ChangeResource.class);
    private static final int UNPROCESSABLE = 422;

    @Inject
    PlanChange change;

    @Inject
    Successor successor;

    @Inject
    Quotes quotes;

    @Inject
    PriceTable prices;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ChangePages pages;

    @Inject
    Onlooker onlooker;

    @Inject
    BillingMessages billingWords;

    @Inject
    ChangeMessages words;

    /** @param plan code of the plan whose cost is asked for; none for all there are */
    @GET
    @RolesAllowed(Role.READER)
    public Response show(@QueryParam("plan") String plan) {
        if (live().isEmpty()) {
            return seeOther(Links.ACCOUNT_PLAN);
        }
        return plan == null ? choices(200, null) : quoted(plan, 200, null);
    }

    /** @param quote id of the one that is accepted */
    @POST
    @PermitAll
    public Response accept(@FormParam("quote") String quote) {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN_CHANGE);
        }
        return quotes.offeredTo(account.get(), quote)
                .map(this::accept)
                .orElseGet(() -> choices(UNPROCESSABLE, Notice.problem(words.stale())));
    }

    /** Takes back a change that is to come at the end of the term. */
    @POST
    @Path("/release")
    @PermitAll
    public Response release() {
        return back("kept", successor::giveUp);
    }

    /** Lets go of a change that waits for its payment. */
    @POST
    @Path("/give-up")
    @PermitAll
    public Response giveUp() {
        return back("kept", change::giveUp);
    }

    private Response accept(Quote quote) {
        try {
            return switch (change.accept(quote.account, quote.id)) {
                case DONE -> seeOther(Links.ACCOUNT_PLAN + "?now=changed");
                case UNPAID -> seeOther(Links.ACCOUNT_PLAN_CHANGE);
                case STALE ->
                    live().isPresent()
                            ? quoted(quote.terms().plan(), 409, Notice.problem(words.stale()))
                            : seeOther(Links.ACCOUNT_PLAN);
            };
        } catch (Quotes.Refused refused) {
            return switch (refused.why) {
                case USED -> seeOther(Links.ACCOUNT_PLAN + "?now=changed");
                case STALE, UNKNOWN -> quoted(quote.terms().plan(), 409, Notice.problem(words.stale()));
            };
        } catch (StripeFailure failure) {
            LOG.errorf(failure, "Quote %s was not carried out", quote.id);
            return answer(
                    503,
                    pages.quote(onlooker, quote, live().orElseThrow(), Notice.problem(billingWords.nothingChanged())));
        }
    }

    private Response quoted(String code, int status, Notice notice) {
        try {
            return prices.plan(code)
                    .flatMap(plan -> change.quote(onlooker.account().orElseThrow(), plan))
                    .map(quote -> answer(status, pages.quote(onlooker, quote, live().orElseThrow(), notice)))
                    .orElseGet(() -> choices(UNPROCESSABLE, Notice.problem(words.notChangeable())));
        } catch (StripeFailure | Catalogue.WrongPrice failure) {
            LOG.errorf(failure, "No quote for plan %s", code);
            return choices(503, Notice.problem(billingWords.nothingChanged()));
        }
    }

    private Response back(String done, LongConsumer work) {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN);
        }
        try {
            work.accept(account.get());
            return seeOther(Links.ACCOUNT_PLAN + "?now=" + done);
        } catch (StripeFailure failure) {
            LOG.errorf(failure, "The change of account %d was not taken back", account.get());
            return choices(503, Notice.problem(billingWords.nothingChanged()));
        }
    }

    private Optional<Subscription> live() {
        return onlooker.account().flatMap(subscriptions::liveOf);
    }

    private Response choices(int status, Notice notice) {
        return answer(status, pages.choices(onlooker, notice));
    }

    private static Response answer(int status, Object page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
