package news.masthead.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.stream.Stream;
import news.masthead.billing.EventHead.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadTest {

    @Test
    void the_head_is_what_stands_around_the_object() throws Exception {
        EventHead head = EventHead.read("""
                {"id":"evt_1","object":"event","type":"invoice.paid","created":1795510800,"livemode":true,
                 "api_version":"2026-07-29.dahlia","data":{"object":{"object":"invoice","id":"in_1"}}}""".getBytes(UTF_8));

        assertEquals(
                new EventHead(
                        "evt_1",
                        "invoice.paid",
                        Instant.ofEpochSecond(1_795_510_800),
                        true,
                        "2026-07-29.dahlia",
                        "in_1",
                        new Subject.OfNothing()),
                head);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_object_leads_to_its_subject(String object, Subject expected) throws Exception {
        assertEquals(expected, subject("{\"object\":" + object.replace('\'', '"') + "}"));
    }

    static Stream<Arguments> an_object_leads_to_its_subject() {
        Subject subscription = new Subject.OfSubscription("sub_1");
        Subject payment = new Subject.OfPayment("pi_1");
        Subject nothing = new Subject.OfNothing();
        return Stream.of(
                Arguments.of("{'object':'subscription','id':'sub_1'}", subscription),
                Arguments.of("{'object':'subscription_schedule','id':'x','subscription':'sub_1'}", subscription),
                Arguments.of(
                        "{'object':'subscription_schedule','subscription':null,'released_subscription':'sub_1'}",
                        subscription),
                Arguments.of(
                        "{'object':'invoice','parent':{'subscription_details':{'subscription':'sub_1'}}}",
                        subscription),
                Arguments.of(
                        "{'object':'invoiceitem','parent':{'subscription_details':{'subscription':'sub_1'}}}",
                        subscription),
                Arguments.of("{'object':'invoice','parent':null}", nothing),
                Arguments.of(
                        "{'object':'checkout.session','id':'cs_1','subscription':'sub_1'}",
                        new Subject.OfCheckout("cs_1")),
                Arguments.of("{'object':'payment_intent','id':'pi_1'}", payment),
                Arguments.of("{'object':'charge','id':'ch_1','payment_intent':'pi_1'}", payment),
                Arguments.of("{'object':'refund','id':'re_1','payment_intent':'pi_1'}", payment),
                Arguments.of("{'object':'dispute','id':'dp_1','payment_intent':'pi_1'}", payment),
                Arguments.of("{'object':'radar.early_fraud_warning','payment_intent':'pi_1'}", payment),
                Arguments.of("{'object':'charge','id':'ch_1','payment_intent':null}", nothing),
                Arguments.of("{'object':'customer','id':'cus_1'}", new Subject.OfCustomer("cus_1")),
                Arguments.of("{'object':'discount','customer':'cus_1'}", new Subject.OfCustomer("cus_1")),
                Arguments.of("{'object':'payment_method','customer':'cus_1'}", new Subject.OfCustomer("cus_1")),
                Arguments.of("{'object':'mandate','payment_method':'pm_1'}", new Subject.OfPaymentMethod("pm_1")),
                Arguments.of("{'object':'payout','id':'po_1'}", nothing),
                Arguments.of("{'object':'subscription','id':7}", nothing),
                Arguments.of("[]", nothing));
    }

    @Test
    void who_had_a_detached_card_stands_in_what_was_before() throws Exception {
        assertEquals(new Subject.OfCustomer("cus_1"), subject("""
                {"object":{"object":"payment_method","id":"pm_1","customer":null},"previous_attributes":{"customer":"cus_1"}}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not json",
                "{\"id\":\"evt_1\"}",
                "{\"id\":\"evt_1\",\"type\":\"\"}",
                "{\"id\":\"x_1\",\"type\":\"invoice.paid\"}"
            })
    void what_has_no_name_and_no_type_is_no_event(String body) {
        EventHead.NotAnEvent problem =
                assertThrows(EventHead.NotAnEvent.class, () -> EventHead.read(body.getBytes(UTF_8)));
        assertEquals("The body is not a Stripe event.", problem.getMessage());
    }

    private static Subject subject(String data) throws EventHead.NotAnEvent {
        return EventHead.read("{\"id\":\"evt_1\",\"type\":\"t\",\"data\":%s}"
                        .formatted(data)
                        .getBytes(UTF_8))
                .subject();
    }
}
