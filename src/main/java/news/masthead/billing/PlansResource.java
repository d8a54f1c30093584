package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.masthead.identity.LogIn;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Dates;
import news.masthead.web.ClientAddress;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** The plans, and the way to the payment page. */
@Path(Links.SUBSCRIBE)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlansResource {

    private static final Logger LOG = Logger.getLogger(PlansResource.class);

    @Inject
    PriceTable prices;

    @Inject
    Checkout checkout;

    @Inject
    Onlooker onlooker;

    @Inject
    PlansPages pages;

    @Inject
    FormTargets formTargets;

    @Inject
    BillingMessages words;

    @Inject
    ClientAddress clientAddress;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    @Context
    HttpServerRequest request;

    @Context
    HttpServerResponse response;

    /** @param left what the reader has come back from without buying: {@code checkout} or {@code payment} */
    @GET
    @PermitAll
    public Response plans(@QueryParam("to") String to, @QueryParam("left") String left) {
        return page(Response.Status.OK, back(to), notice(left));
    }

    /** Sends the reader to pay for a plan, on the payment page that is open already if there is one. */
    @POST
    @PermitAll
    public Response buy(@FormParam("plan") String code, @FormParam("to") String to) {
        Optional<String> back = back(to);
        if (onlooker.account().isEmpty()) {
            return LogIn.first(back.map(Links::subscribe).orElse(Links.SUBSCRIBE));
        }
        return Optional.ofNullable(code)
                .flatMap(prices::plan)
                .map(plan -> buy(plan, back))
                .orElseGet(() -> page(422, back, Notice.problem(words.noSuchPlan())));
    }

    private Response buy(Plan plan, Optional<String> back) {
        try {
            return switch (checkout.open(purchase(plan, back))) {
                case Checkout.Opening.Page page -> Response.seeOther(page.url()).build();
                case Checkout.Opening.Subscribed subscribed ->
                    Response.seeOther(URI.create(Links.SUBSCRIBE)).build();
                case Checkout.Opening.BeingPaid paid ->
                    page(Response.Status.CONFLICT, back, Notice.problem(words.beingPaid()));
                case Checkout.Opening.OtherCurrency other ->
                    page(Response.Status.CONFLICT, back, Notice.problem(words.otherCurrency()));
                case Checkout.Opening.TryLater later -> tryLater(later.from(), back);
            };
        } catch (StripeFailure | Catalogue.WrongPrice failure) {
            LOG.errorf(failure, "No payment page for plan %s", plan.code());
            return page(Response.Status.SERVICE_UNAVAILABLE, back, Notice.problem(words.partnerSilent()));
        }
    }

    private Checkout.Purchase purchase(Plan plan, Optional<String> back) {
        return new Checkout.Purchase(onlooker.account().orElseThrow(), clientAddress.of(request), plan, back);
    }

    private Response tryLater(Instant from, Optional<String> back) {
        long seconds = Math.max(1, Duration.between(clock.instant(), from).toSeconds() + 1);
        return Response.fromResponse(page(429, back, Notice.problem(words.tryLater(dates.minute(from)))))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private Response page(Response.Status status, Optional<String> back, Notice notice) {
        return page(status.getStatusCode(), back, notice);
    }

    private Response page(int status, Optional<String> back, Notice notice) {
        formTargets.addPaymentPage(response.headers());
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(pages.page(onlooker, back, notice))
                .build();
    }

    private Notice notice(String left) {
        return switch (left == null ? "" : left) {
            case "checkout" -> Notice.problem(words.checkoutCancelled());
            case "payment" -> Notice.problem(words.notPaid());
            default -> null;
        };
    }

    /** The plans page itself is nowhere to return to. */
    private static Optional<String> back(String to) {
        return Optional.ofNullable(to)
                .filter(path -> !path.isBlank())
                .map(Links::backOrFront)
                .filter(path -> !path.startsWith(Links.SUBSCRIBE));
    }
}
