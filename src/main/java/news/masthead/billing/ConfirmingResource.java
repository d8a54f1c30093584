package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import org.jboss.logging.Logger;

/** The way back from the payment page. It grants nothing: it looks at Stripe as the webhook does, and lets through whoever is entitled then. */
@Path(Links.CONFIRMING)
@Blocking
@Produces(MediaType.TEXT_HTML)
class ConfirmingResource {

    private static final Logger LOG = Logger.getLogger(ConfirmingResource.class);
    private static final int LATE_AFTER = 10;
    private static final int PAUSE = 2;
    private static final int LATE_PAUSE = 15;

    @Inject
    Checkout checkout;

    @Inject
    CheckoutBook book;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Onlooker onlooker;

    @Inject
    Layout layout;

    @Inject
    BillingMessages words;

    /**
     * @param session of the reader's own checkout, else 404
     * @param look how often this page has looked already
     */
    @GET
    @RolesAllowed(Role.READER)
    public Response confirm(@QueryParam("s") String session, @QueryParam("look") @DefaultValue("0") int look) {
        CheckoutAttempt attempt = Optional.ofNullable(session)
                .flatMap(book::ofSession)
                .filter(one -> one.account == onlooker.account().orElseThrow())
                .orElseThrow(NotFoundException::new);
        try {
            return answer(checkout.look(attempt), look);
        } catch (StripeFailure failure) {
            LOG.warnf("Stripe did not answer for checkout %s: %s", attempt.id, failure.getMessage());
            return waiting(session, look);
        }
    }

    private Response answer(CheckoutAttempt attempt, int look) {
        return switch (attempt.state) {
            case OPENING, OPEN -> seeOther(Links.SUBSCRIBE);
            case EXPIRED -> seeOther(Links.SUBSCRIBE + "?left=checkout");
            case COMPLETE -> {
                if (onlooker.mayReadEverything()) {
                    yield seeOther(attempt.back().orElse(Links.ACCOUNT_PLAN + "?now=bought"));
                }
                yield hasFailed(attempt) ? seeOther(Links.SUBSCRIBE + "?left=payment") : waiting(attempt.session, look);
            }
        };
    }

    private Response waiting(String session, int look) {
        boolean late = look >= LATE_AFTER;
        String again = Links.confirming(session, look + 1);
        return Response.ok(new ConfirmingPage(
                        layout.around(Heading.unlisted(words.confirmingHeading(), Links.CONFIRMING), onlooker.viewer()),
                        again,
                        late))
                .header("Refresh", (late ? LATE_PAUSE : PAUSE) + "; url=" + again)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private boolean hasFailed(CheckoutAttempt complete) {
        return subscriptions
                .ofProvider(complete.subscription)
                .filter(bought -> bought.state == Subscription.State.ENDED)
                .isPresent();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
