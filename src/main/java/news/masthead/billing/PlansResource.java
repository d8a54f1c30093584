package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import news.masthead.subscription.Funnel;
import news.masthead.values.Dates;
import news.masthead.web.ClientAddress;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** The plans on sale. */
@Path(Links.SUBSCRIBE)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlansResource {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    Onlooker onlooker;

    @Inject
    PlansPages pages;

    @Inject
    Funnel funnel;

    @Inject
    BillingMessages words;

    @Inject
    OfferDesk offers;

    @Inject
    ClientAddress clientAddress;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    @Context
    HttpServerRequest request;

    /** @param left what the reader has come back from without buying: {@code checkout} or {@code payment} */
    @GET
    @PermitAll
    public Response plans(
            @QueryParam("to") String to, @QueryParam("left") String left, @QueryParam("code") String typed) {
        Optional<String> back = WaysBack.of(to);
        funnel.plans(back.flatMap(Links::storyIn));
        return OfferWords.typed(typed)
                .map(code -> withCode(back, code))
                .orElseGet(() -> page(200, pages.page(onlooker, back, notice(left))));
    }

    private Response withCode(Optional<String> back, String code) {
        return switch (offers.judge(code, Optional.empty(), onlooker.account(), clientAddress.of(request))) {
            case OfferDesk.Judgement.Holds holds -> page(200, pages.withOffer(onlooker, back, holds.offer()));
            case OfferDesk.Judgement.Not not -> page(UNPROCESSABLE, pages.wrongCode(onlooker, back, code, not.why()));
            case OfferDesk.Judgement.TryLater later -> tryLater(back, later.from());
        };
    }

    private Response tryLater(Optional<String> back, Instant from) {
        Notice notice = Notice.problem(words.tryLater(dates.minute(from)));
        return TryLater.answer(page(TOO_MANY, pages.page(onlooker, back, notice)), from, clock.instant());
    }

    private static Response page(int status, PlansPage page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page)
                .build();
    }

    private Notice notice(String left) {
        return switch (left == null ? "" : left) {
            case "checkout" -> Notice.problem(words.checkoutCancelled());
            case "payment" -> Notice.problem(words.notPaid());
            default -> null;
        };
    }
}
