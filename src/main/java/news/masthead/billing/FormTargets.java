package news.masthead.billing;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Content-Security-Policy of pages whose forms lead off the site: the house's, with the place they lead to added. */
@Singleton
class FormTargets {

    private static final String HEADER = "Content-Security-Policy";

    private static final String HERE = "form-action 'self'";

    private final String ofPlansPage;
    private final String ofOwnPlan;

    FormTargets(
            @ConfigProperty(name = "quarkus.http.header.\"Content-Security-Policy\".value") String ofEveryPage,
            StripeAccount stripe) {
        if (!ofEveryPage.contains(HERE)) {
            throw new IllegalStateException("The site's Content-Security-Policy has no \"" + HERE + "\"");
        }
        this.ofPlansPage = ofEveryPage.replace(HERE, HERE + " " + stripe.checkoutOrigin());
        this.ofOwnPlan = ofEveryPage.replace(HERE, HERE + " " + stripe.portalOrigin());
    }

    /**
     * Lets the answer to the page's form lead to the payment page: Chromium holds the redirects of a form to {@code form-action} too
     * (https://github.com/w3c/webappsec-csp/issues/8). Two policies would both have to be met, so this one takes the other's place.
     */
    void addPaymentPage(MultiMap headers) {
        headers.set(HEADER, ofPlansPage);
    }

    /** As {@link #addPaymentPage}, for the pages that lead to the Billing Portal. */
    void addPortal(MultiMap headers) {
        headers.set(HEADER, ofOwnPlan);
    }
}
