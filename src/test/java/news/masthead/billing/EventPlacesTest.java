package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an event leads. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class EventPlacesTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Postman postman;

    @Inject
    CareBook care;

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    /** Of what is named, only the identifier is read; the rest of the object may be as Stripe likes. */
    enum Pointing {
        SUBSCRIPTION("customer.subscription.trial_will_end", "{'object':'subscription','id':'%1$s'}"),
        SCHEDULE("subscription_schedule.updated", "{'object':'subscription_schedule','id':'s','subscription':'%1$s'}"),
        RELEASED_SCHEDULE(
                "subscription_schedule.released",
                "{'object':'subscription_schedule','id':'s','subscription':null,'released_subscription':'%1$s'}"),
        INVOICE(
                "invoice.finalized",
                "{'object':'invoice','id':'in','parent':{'subscription_details':{'subscription':'%1$s'}}}"),
        PAYMENT("payment_intent.succeeded", "{'object':'payment_intent','id':'%2$s'}"),
        CHARGE("charge.refunded", "{'object':'charge','id':'ch','payment_intent':'%2$s'}"),
        REFUND("refund.updated", "{'object':'refund','id':'re','payment_intent':'%2$s'}"),
        DISPUTE("charge.dispute.created", "{'object':'dispute','id':'dp','payment_intent':'%2$s'}"),
        FRAUD_WARNING(
                "radar.early_fraud_warning.created",
                "{'object':'radar.early_fraud_warning','id':'issfr','payment_intent':'%2$s'}"),
        CUSTOMER("customer.updated", "{'object':'customer','id':'%3$s'}"),
        PAYMENT_METHOD(
                "payment_method.automatically_updated", "{'object':'payment_method','id':'pm','customer':'%3$s'}"),
        DETACHED_METHOD("payment_method.detached", "{'object':'payment_method','id':'pm','customer':null}"),
        MANDATE("mandate.updated", "{'object':'mandate','id':'mandate','payment_method':'%4$s'}");

        private final String type;
        private final String object;

        Pointing(String type, String object) {
            this.type = type;
            this.object = object.replace('\'', '"');
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_an_event_names_leads_to_the_subscription(Pointing pointing) {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        String customer = customers.ensure(reader.account());
        PaymentIntent payment = StripeFailure.all(() -> stripe.v1()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder()
                                .setCustomer(customer)
                                .build()))
                .get(0);
        assertFalse(till.isEntitled(reader));

        String id = postman.deliver(
                pointing.type,
                pointing.object.formatted(
                        till.subscriptionsAtStripe(reader).get(0).getId(),
                        payment.getId(),
                        customer,
                        payment.getPaymentMethod()),
                "{\"customer\":\"" + customer + "\"}");

        postman.heard(id);
        assertEquals(StripeEvent.State.HEARD, postman.found(id).state);
        assertTrue(till.isEntitled(reader));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'invoice','id':'in_by_hand','parent':null}",
                "{'object':'charge','id':'ch_1','payment_intent':null}",
                "{'object':'payment_intent','id':'pi_of_no_invoice'}",
                "{'object':'mandate','id':'mandate_1','payment_method':'pm_of_nobody'}",
                "{'object':'payout','id':'po_1'}",
                "{'object':'a_thing_of_tomorrow'}",
                "{}"
            })
    void what_leads_nowhere_is_parked_and_counted(String object) {
        double before = postman.parked(StripeEvent.Reason.NO_SUBSCRIPTION);

        String id = postman.deliver("invoice.paid", object.replace('\'', '"'), "{}");

        postman.heard(id);
        assertEquals(StripeEvent.Reason.NO_SUBSCRIPTION, postman.found(id).reason);
        assertEquals(1, postman.parked(StripeEvent.Reason.NO_SUBSCRIPTION) - before);
        assertTrue(isListed(id));
    }

    @Test
    void what_is_of_a_payout_is_not_listed_among_what_staff_should_look_at() {
        String id = postman.deliver("payout.paid", "{\"object\":\"payout\",\"id\":\"po_1\"}", "{}");

        postman.heard(id);
        assertFalse(isListed(id));
    }

    @Case(24)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'customer','id':'cus_of_another_shop'}",
                "{'object':'payment_method','id':'pm_1','customer':'cus_of_another_shop'}",
                "{'object':'checkout.session','id':'cs_of_another_shop'}"
            })
    void what_is_of_another_shop_on_the_account_is_parked(String object) {
        String id = postman.deliver("customer.updated", object.replace('\'', '"'), "{}");

        postman.heard(id);
        assertEquals(StripeEvent.Reason.FOREIGN, postman.found(id).reason);
        assertTrue(isListed(id));
    }

    private boolean isListed(String event) {
        return care.parked(1_000).stream().anyMatch(one -> one.id().equals(event));
    }
}
