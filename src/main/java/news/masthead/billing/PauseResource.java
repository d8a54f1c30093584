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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import news.masthead.identity.LogIn;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** Resting, and coming back. */
@Path(Links.ACCOUNT_PLAN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PauseResource {

    private static final Logger LOG = Logger.getLogger(PauseResource.class);

    @Inject
    Pauses pauses;

    @Inject
    Quotes quotes;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ChangePages changePages;

    @Inject
    PlanPages planPages;

    @Inject
    Onlooker onlooker;

    @Inject
    Layout layout;

    @Inject
    BillingMessages billingWords;

    @Inject
    ChangeMessages words;

    @Inject
    Dates dates;

    @GET
    @Path("/pause")
    @RolesAllowed(Role.READER)
    public Response choices() {
        return live().filter(one -> !pauses.choices(one).isEmpty())
                .map(one -> choices(200, one, null))
                .orElseGet(() -> seeOther(""));
    }

    /** @param months how long; one of those that are offered */
    @POST
    @Path("/pause")
    @PermitAll
    public Response pause(@FormParam("months") String months) {
        return doing(account -> {
            boolean paused = pauses.pause(account, number(months));
            return paused ? seeOther("?now=paused") : notPaused();
        });
    }

    @POST
    @Path("/pause/call-off")
    @PermitAll
    public Response callOff() {
        return doing(account -> seeOther(pauses.callOff(account) ? "?now=called-off" : ""));
    }

    /** What coming back costs. */
    @GET
    @Path("/return")
    @RolesAllowed(Role.READER)
    public Response quote() {
        return doing(account -> quoted(account, 200, null));
    }

    /** @param quote id of the one that is accepted */
    @POST
    @Path("/return")
    @PermitAll
    public Response comeBack(@FormParam("quote") String quote) {
        return doing(account -> quotes.offeredTo(account, quote)
                .map(this::comeBack)
                .orElseGet(() -> quoted(account, 422, Notice.problem(words.stale()))));
    }

    private Response comeBack(Quote quote) {
        try {
            return pauses.resume(quote.account, quote.id)
                    ? welcome()
                    : quoted(quote.account, 409, Notice.problem(words.stale()));
        } catch (Quotes.Refused refused) {
            return switch (refused.why) {
                case USED -> welcome();
                case STALE, UNKNOWN -> quoted(quote.account, 409, Notice.problem(words.stale()));
            };
        }
    }

    private Response welcome() {
        boolean owes =
                live().filter(one -> one.state == Subscription.State.PAST_DUE).isPresent();
        return owes ? Response.seeOther(URI.create(Links.ACCOUNT_PLAN_PAYMENT)).build() : seeOther("?now=back");
    }

    private Response quoted(long account, int status, Notice notice) {
        return pauses.quote(account)
                .map(quote -> answer(status, changePages.quote(onlooker, quote, live().orElseThrow(), notice)))
                .orElseGet(() -> seeOther(""));
    }

    private Response notPaused() {
        return live().filter(one -> !pauses.choices(one).isEmpty())
                .map(one -> choices(422, one, Notice.problem(words.chooseLength())))
                .orElseGet(() -> answer(409, planPages.page(onlooker, Notice.problem(words.notPausable()))));
    }

    private Response choices(int status, Subscription live, Notice notice) {
        List<PausePage.Choice> choices =
                pauses.choices(live).stream().map(one -> choice(live, one)).toList();
        return answer(
                status,
                new PausePage(
                        layout.around(
                                Heading.unlisted(words.pauseHeading(), Links.ACCOUNT_PLAN_PAUSE), onlooker.viewer()),
                        notice,
                        live.paidThrough().map(dates::day).orElse(""),
                        choices,
                        Links.ACCOUNT_PLAN_PAUSE,
                        Links.ACCOUNT_PLAN));
    }

    private PausePage.Choice choice(Subscription live, Pauses.Choice choice) {
        return new PausePage.Choice(
                choice.months(),
                choice.months() == 1 ? words.oneMonth() : words.months(choice.months()),
                words.goesOn(dates.day(choice.until()), live.price().toString()));
    }

    /** The reader's own; kind where Stripe is silent, and nothing is changed then. */
    private Response doing(LongFunction<Response> work) {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN);
        }
        try {
            return work.apply(account.get());
        } catch (StripeFailure failure) {
            LOG.errorf(failure, "The pause of account %d was not changed", account.get());
            return answer(503, planPages.page(onlooker, Notice.problem(billingWords.nothingChanged())));
        }
    }

    private Optional<Subscription> live() {
        return onlooker.account().flatMap(subscriptions::liveOf);
    }

    private static int number(String months) {
        return months != null && months.matches("\\d{1,2}") ? Integer.parseInt(months) : 0;
    }

    private static Response answer(int status, Object page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private static Response seeOther(String query) {
        return Response.seeOther(URI.create(Links.ACCOUNT_PLAN + query)).build();
    }
}
