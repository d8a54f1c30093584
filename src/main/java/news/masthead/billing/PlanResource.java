package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import news.masthead.identity.LogIn;
import news.masthead.identity.Role;
import news.masthead.subscription.Entitlements;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
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
    Entitlements entitlements;

    @Inject
    Renewal renewal;

    @Inject
    PlansPages plansPages;

    @Inject
    Onlooker onlooker;

    @Inject
    Layout layout;

    @Inject
    BillingMessages words;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /** @param now what was just done: {@code cancelled} or {@code resumed} */
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
        PlanPage page = new PlanPage(
                layout.around(Heading.unlisted(words.planHeading(), Links.ACCOUNT_PLAN), onlooker.viewer()),
                notice,
                live().map(this::current).orElse(null),
                onlooker.compUntil().map(this::lastDay).orElse(""),
                Links.SUBSCRIBE,
                Links.ACCOUNT);
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private String lastDay(Instant end) {
        return dates.day(end.minusNanos(1));
    }

    private PlanPage.Current current(Subscription live) {
        String paidThrough = live.paidThrough().map(dates::day).orElse("");
        return new PlanPage.Current(
                plansPages.name(live),
                live.price().toString(),
                live.endsAt().map(dates::day).orElse(paidThrough),
                live.state == Subscription.State.ENDING,
                paidThrough,
                live.price().toString(),
                live.state == Subscription.State.PAST_DUE,
                accessUntil(live),
                settle(live),
                Links.ACCOUNT_PLAN_CANCELLATION,
                Links.ACCOUNT_PLAN_RESUMPTION);
    }

    private String settle(Subscription live) {
        return live.state == Subscription.State.PAST_DUE ? renewal.paymentPage(live) : "";
    }

    private String accessUntil(Subscription live) {
        Instant now = clock.instant();
        return dates.day(entitlements.coveredUntil(live.account, now).orElse(now));
    }

    /** Says only what the plan itself bears out, whatever the link claims. */
    private Notice notice(String now) {
        Optional<Subscription> live = live();
        return switch (now == null ? "" : now) {
            case "cancelled" ->
                live.isEmpty()
                        ? Notice.done(words.cancelledAtOnce())
                        : live.flatMap(Subscription::endsAt)
                                .map(day -> Notice.done(words.cancelled(dates.day(day))))
                                .orElse(null);
            case "resumed" ->
                live.filter(plan -> plan.state == Subscription.State.RUNNING)
                        .map(plan -> Notice.done(words.resumed()))
                        .orElse(null);
            default -> null;
        };
    }

    private Optional<Subscription> live() {
        return onlooker.account().flatMap(subscriptions::liveOf);
    }
}
