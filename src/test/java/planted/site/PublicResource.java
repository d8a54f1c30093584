package planted.site;

import com.stripe.StripeClient;
import planted.story.Body;

/** Planted: a public resource with a protected method, Stripe outside billing, a body without a grant, another room's field written. */
public class PublicResource {
    StripeClient stripe;

    protected void show(Body body) {
        body.html = "";
    }
}
