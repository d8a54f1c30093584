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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import news.masthead.billing.Counter.Answer;
import news.masthead.identity.LogIn;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Dates;
import news.masthead.web.ClientAddress;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import org.jboss.logging.Logger;

/** What a plan costs, and the way to the payment page once the reader has said yes to it. */
@Path(Links.SUBSCRIBE)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PurchaseResource {

    private static final Logger LOG = Logger.getLogger(PurchaseResource.class);
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    PriceTable prices;

    @Inject
    Counter counter;

    @Inject
    Onlooker onlooker;

    @Inject
    PlansPages plansPages;

    @Inject
    QuotePages quotePages;

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

    @GET
    @Path("/quote")
    @PermitAll
    public Response quote(
            @QueryParam("plan") String chosen, @QueryParam("code") String typed, @QueryParam("to") String to) {
        Optional<String> back = WaysBack.of(to);
        Optional<String> code = OfferWords.typed(typed);
        Optional<Plan> plan = Optional.ofNullable(chosen).flatMap(prices::plan);
        if (plan.isEmpty()) {
            return plans(UNPROCESSABLE, back, words.noSuchPlan());
        }
        if (onlooker.account().isEmpty()) {
            return seeOther(Links.login(Links.quote(plan.get().code(), back, code)));
        }
        return answered(back, () -> counter.quote(asking(), plan.get(), code));
    }

    /**
     * @param id of the quote that the reader says yes to
     * @param state that the reader is in, by its GST code
     */
    @POST
    @PermitAll
    public Response buy(
            @FormParam("quote") String id,
            @FormParam("state") String state,
            @FormParam("plan") String code,
            @FormParam("to") String to) {
        Optional<String> back = WaysBack.of(to);
        if (onlooker.account().isEmpty()) {
            return LogIn.first(back.map(Links::subscribe).orElse(Links.SUBSCRIBE));
        }
        Optional<UUID> quote = uuid(id);
        if (quote.isPresent()) {
            return answered(back, () -> counter.buy(asking(), quote.get(), state, back));
        }
        return Optional.ofNullable(code)
                .flatMap(prices::plan)
                .map(plan -> seeOther(Links.quote(plan.code(), back, Optional.empty())))
                .orElseGet(() -> plans(UNPROCESSABLE, back, words.noSuchPlan()));
    }

    private Counter.Asking asking() {
        return new Counter.Asking(onlooker.account().orElseThrow(), clientAddress.of(request));
    }

    private Response answered(Optional<String> back, Supplier<Answer> question) {
        try {
            return answer(question.get(), back);
        } catch (StripeFailure | Catalogue.WrongPrice | Promotions.WrongOffer failure) {
            LOG.error("Nothing was sold", failure);
            return plans(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), back, words.partnerSilent());
        }
    }

    private Response answer(Answer answer, Optional<String> back) {
        int conflict = Response.Status.CONFLICT.getStatusCode();
        return switch (answer) {
            case Answer.Quoted quoted ->
                page(200, quotePages.page(onlooker, quoted.quote(), quoted.plan(), back, null));
            case Answer.Requoted again ->
                page(
                        conflict,
                        quotePages.page(onlooker, again.quote(), again.plan(), back, Notice.problem(why(again))));
            case Answer.NoState lacking ->
                page(UNPROCESSABLE, quotePages.withoutState(onlooker, lacking.quote(), lacking.plan(), back));
            case Answer.WrongCode wrong -> page(UNPROCESSABLE, quotePages.wrongCode(onlooker, wrong, back));
            case Answer.NoSuchQuote none -> plans(UNPROCESSABLE, back, words.noSuchPlan());
            case Answer.Page page -> Response.seeOther(page.url()).build();
            case Answer.Subscribed subscribed -> seeOther(Links.SUBSCRIBE);
            case Answer.BeingPaid paid -> plans(conflict, back, words.beingPaid());
            case Answer.OtherCurrency other -> plans(conflict, back, words.otherCurrency());
            case Answer.TryLater later -> tryLater(later.from(), back);
        };
    }

    private String why(Answer.Requoted again) {
        return switch (again.why()) {
            case TOO_OLD -> words.quoteTooOld();
            case PRICE -> words.priceHasChanged();
            case TRIAL -> words.trialSpent();
        };
    }

    private Response tryLater(Instant from, Optional<String> back) {
        return TryLater.answer(plans(TOO_MANY, back, words.tryLater(dates.minute(from))), from, clock.instant());
    }

    private Response plans(int status, Optional<String> back, String problem) {
        return page(status, plansPages.page(onlooker, back, Notice.problem(problem)));
    }

    private Response page(int status, Object page) {
        formTargets.addPaymentPage(response.headers());
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
