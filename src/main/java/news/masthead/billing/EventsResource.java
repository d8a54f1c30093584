package news.masthead.billing;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import news.masthead.values.Signature;
import news.masthead.web.Links;

/** Where Stripe sends its events: https://docs.stripe.com/webhooks. */
@Path(Links.STRIPE_EVENTS)
class EventsResource {

    private static final int LARGEST_EVENT = 256 * 1024;

    @Inject
    StripeAccount stripe;

    @Inject
    EventInbox inbox;

    @Inject
    EventWorker worker;

    /** 200 once the event is safe with us, whatever it is about; 400 for what Stripe did not sign. Anything else makes Stripe send it again. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Response receive(byte[] body, @HeaderParam("Stripe-Signature") String header) throws SQLException {
        if (body.length > LARGEST_EVENT) {
            return answer(Response.Status.REQUEST_ENTITY_TOO_LARGE, "An event has at most 256 KiB.");
        }
        Signature.Verdict verdict = Signature.judge(body, header, stripe.webhookSecrets(), stripe.now());
        return switch (verdict) {
            case GENUINE -> keep(body);
            case MALFORMED, FORGED, STALE -> answer(Response.Status.BAD_REQUEST, verdict.words);
        };
    }

    private Response keep(byte[] body) throws SQLException {
        try {
            if (inbox.keep(EventHead.read(body), body)) {
                worker.call();
            }
            return answer(Response.Status.OK, "Kept.");
        } catch (EventHead.NotAnEvent problem) {
            return answer(Response.Status.BAD_REQUEST, problem.getMessage());
        }
    }

    private static Response answer(Response.Status status, String words) {
        return Response.status(status)
                .type("text/plain;charset=utf-8")
                .entity(words + "\n")
                .build();
    }
}
