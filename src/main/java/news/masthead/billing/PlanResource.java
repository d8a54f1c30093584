package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import news.masthead.identity.LogIn;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** The reader's own plan. */
@Path(Links.ACCOUNT_PLAN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlanResource {

    private static final Logger LOG = Logger.getLogger(PlanResource.class);

    @Inject
    Subscriptions subscriptions;

    @Inject
    Renewal renewal;

    @Inject
    Portal portal;

    @Inject
    PlanPages pages;

    @Inject
    FormTargets formTargets;

    @Inject
    Onlooker onlooker;

    @Inject
    BillingMessages words;

    @Inject
    ChangeMessages changeWords;

    @Inject
    Dates dates;

    @Context
    HttpServerResponse response;

    /** @param now what was just done, such as {@code cancelled} */
    @GET
    @RolesAllowed(Role.READER)
    public Response plan(@QueryParam("now") String now) {
        return page(Response.Status.OK, notice(now));
    }

    @POST
    @Path("/cancellation")
    @PermitAll
    public Response cancel() {
        return change("cancelled", renewal::stop);
    }

    @POST
    @Path("/resumption")
    @PermitAll
    public Response resume() {
        return change("resumed", renewal::resume);
    }

    /** The way to the Billing Portal. */
    @POST
    @Path("/card")
    @PermitAll
    public Response card() {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN);
        }
        if (live().isEmpty()) {
            return Response.seeOther(URI.create(Links.ACCOUNT_PLAN)).build();
        }
        try {
            return Response.seeOther(portal.card(account.get())).build();
        } catch (StripeFailure failure) {
            LOG.errorf(failure, "No portal for account %d", account.get());
            return page(Response.Status.SERVICE_UNAVAILABLE, Notice.problem(words.nothingChanged()));
        }
    }

    private Response change(String done, LongConsumer change) {
        Optional<Long> account = onlooker.account();
        if (account.isEmpty()) {
            return LogIn.first(Links.ACCOUNT_PLAN);
        }
        try {
            change.accept(account.get());
            return Response.seeOther(URI.create(Links.ACCOUNT_PLAN + "?now=" + done))
                    .build();
        } catch (StripeFailure failure) {
            LOG.errorf(failure, "The subscription of account %d was not %s", account.get(), done);
            return page(Response.Status.SERVICE_UNAVAILABLE, Notice.problem(words.nothingChanged()));
        }
    }

    private Response page(Response.Status status, Notice notice) {
        formTargets.addPortal(response.headers());
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(pages.page(onlooker, notice))
                .build();
    }

    /** Says only what the plan itself bears out, whatever the link claims. */
    private Notice notice(String now) {
        Optional<Subscription> live = live();
        return switch (now == null ? "" : now) {
            case "bought" ->
                live.filter(plan -> onlooker.mayReadEverything())
                        .map(plan -> Notice.done(words.bought()))
                        .orElse(null);
            case "cancelled" ->
                live.isEmpty()
                        ? Notice.done(words.cancelledAtOnce())
                        : live.flatMap(Subscription::endsAt)
                                .map(day -> Notice.done(words.cancelled(dates.day(day))))
                                .orElse(null);
            case "resumed" -> notice(Subscription.State.RUNNING, plan -> words.resumed());
            case "changed" -> notice(Subscription.State.RUNNING, this::changed);
            case "kept" -> notice(Subscription.State.RUNNING, plan -> changeWords.kept(pages.name(plan.plan)));
            case "paused" ->
                live.flatMap(Subscription::resumesAt)
                        .map(day -> Notice.done(changeWords.pausedNotice(dates.day(day))))
                        .orElse(null);
            case "called-off" -> notice(Subscription.State.RUNNING, plan -> changeWords.calledOff());
            case "back" -> notice(Subscription.State.RUNNING, plan -> changeWords.welcomeBack(paidThrough(plan)));
            case "paid" -> notice(Subscription.State.RUNNING, plan -> changeWords.paid());
            case "card" -> live.map(plan -> Notice.done(cardChanged(plan))).orElse(null);
            default -> null;
        };
    }

    private Notice notice(Subscription.State state, Function<Subscription, String> sentence) {
        return live().filter(plan -> plan.state == state)
                .map(plan -> Notice.done(sentence.apply(plan)))
                .orElse(null);
    }

    private String cardChanged(Subscription plan) {
        return plan.state == Subscription.State.PAST_DUE ? changeWords.cardChangedOwing() : changeWords.cardChanged();
    }

    private String changed(Subscription plan) {
        return plan.next()
                .map(next -> changeWords.willChange(pages.name(next.plan()), dates.day(next.from())))
                .orElseGet(() -> changeWords.changed(pages.name(plan.plan), paidThrough(plan)));
    }

    private String paidThrough(Subscription plan) {
        return plan.paidThrough().map(dates::day).orElse("");
    }

    private Optional<Subscription> live() {
        return onlooker.account().flatMap(subscriptions::liveOf);
    }
}
