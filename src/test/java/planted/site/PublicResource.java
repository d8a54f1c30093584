package planted.site;

import com.stripe.StripeClient;
import jakarta.ws.rs.GET;
import planted.billing.Noted;
import planted.story.Body;

/** Planted: a public resource whose method Quarkus would leave out, Stripe outside billing, a body without a grant, another room's field written, a payment heard of. */
public class PublicResource {
    StripeClient stripe;
    Noted heard;

    @GET
    protected void show(Body body) {
        body.html = "";
    }
}
