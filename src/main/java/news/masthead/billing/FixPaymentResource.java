package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** "Fix your payment". It looks at Stripe first, so that who has just paid is not asked again. */
@Path(Links.ACCOUNT_PLAN_PAYMENT)
@Blocking
@Produces(MediaType.TEXT_HTML)
class FixPaymentResource {

    private static final Logger LOG = Logger.getLogger(FixPaymentResource.class);

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeSync sync;

    @Inject
    Arrears arrears;

    @Inject
    PlanPages plans;

    @Inject
    FormTargets formTargets;

    @Inject
    Onlooker onlooker;

    @Inject
    Layout layout;

    @Inject
    ChangeMessages words;

    @Inject
    Dates dates;

    @Context
    HttpServerResponse response;

    @GET
    @RolesAllowed(Role.READER)
    public Response show() {
        Optional<Subscription> owing = owing();
        if (owing.isEmpty()) {
            return Response.seeOther(URI.create(Links.ACCOUNT_PLAN)).build();
        }
        try {
            sync.sync(owing.get().providerRef);
            return owing().map(live -> page(live, arrears.of(live.providerRef), null))
                    .orElseGet(() -> Response.seeOther(URI.create(Links.ACCOUNT_PLAN + "?now=paid"))
                            .build());
        } catch (StripeFailure failure) {
            LOG.warnf("Stripe did not say what is due on %s: %s", owing.get().providerRef, failure.getMessage());
            return page(owing.get(), Optional.empty(), Notice.problem(words.silent()));
        }
    }

    private Optional<Subscription> owing() {
        return subscriptions
                .liveOf(onlooker.account().orElseThrow())
                .filter(live -> live.state == Subscription.State.PAST_DUE);
    }

    private Response page(Subscription live, Optional<Arrears.Bill> bill, Notice notice) {
        formTargets.addPortal(response.headers());
        FixPaymentPage page = new FixPaymentPage(
                layout.around(Heading.unlisted(words.fixHeading(), Links.ACCOUNT_PLAN_PAYMENT), onlooker.viewer()),
                notice,
                plans.name(live.plan),
                bill.map(one -> one.amount().toString()).orElse(""),
                bill.map(one -> sentence(one.trouble())).orElse(""),
                plans.readsUntil(live).map(end -> words.until(dates.day(end))).orElseGet(words::oncePaid),
                bill.filter(one -> one.trouble() != Trouble.ON_ITS_WAY)
                        .flatMap(Arrears.Bill::page)
                        .orElse(""),
                live.trialUntil().isPresent() ? words.payFirstWords() : words.payWords(),
                Links.ACCOUNT_PLAN_CARD,
                Links.ACCOUNT_PLAN);
        return Response.ok(page)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private String sentence(Trouble trouble) {
        return switch (trouble) {
            case ON_ITS_WAY -> words.onItsWay();
            case CONFIRM -> words.confirm();
            case CONSENT -> words.consent();
            case EXPIRED -> words.expired();
            case DECLINED -> words.declined();
        };
    }
}
