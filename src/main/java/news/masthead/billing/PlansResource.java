package news.masthead.billing;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.subscription.Funnel;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** The plans on sale. */
@Path(Links.SUBSCRIBE)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlansResource {

    @Inject
    Onlooker onlooker;

    @Inject
    PlansPages pages;

    @Inject
    Funnel funnel;

    @Inject
    BillingMessages words;

    /** @param left what the reader has come back from without buying: {@code checkout} or {@code payment} */
    @GET
    @PermitAll
    public Response plans(@QueryParam("to") String to, @QueryParam("left") String left) {
        funnel.plans(WaysBack.of(to).flatMap(Links::storyIn));
        return Response.ok(pages.page(onlooker, WaysBack.of(to), notice(left)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
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
