package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.subscription.PaidTerm;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Standing.Phase;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant RENEWAL = Instant.parse("2027-02-24T09:00:00Z");
    private static final Instant SECOND_RENEWAL = Instant.parse("2027-05-24T09:00:00Z");
    private static final Window FIRST_TERM = new Window(START, RENEWAL);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void a_status_becomes_a_phase(String status, String more, Phase expected) {
        assertEquals(
                expected, standing(subscription(status, more), paidInvoice()).phase());
    }

    static Stream<Arguments> a_status_becomes_a_phase() {
        Instant inTerm = START.plusSeconds(1000);
        return Stream.of(
                Arguments.of("incomplete", "", new Phase.Awaiting()),
                Arguments.of("active", "", new Phase.Running()),
                Arguments.of("trialing", "", new Phase.Running()),
                Arguments.of("active", "\"cancel_at_period_end\":true,", new Phase.Ending(RENEWAL)),
                Arguments.of("active", "\"cancel_at\":" + RENEWAL.getEpochSecond() + ",", new Phase.Ending(RENEWAL)),
                Arguments.of("active", "\"cancel_at\":" + inTerm.getEpochSecond() + ",", new Phase.Ending(inTerm)),
                Arguments.of("active", "\"cancel_at\":" + (RENEWAL.getEpochSecond() + 1) + ",", new Phase.Running()),
                Arguments.of("past_due", "", new Phase.PastDue()),
                Arguments.of("past_due", "\"cancel_at_period_end\":true,", new Phase.PastDue()),
                Arguments.of("canceled", "\"ended_at\":" + inTerm.getEpochSecond() + ",", new Phase.Ended(inTerm)),
                Arguments.of("incomplete_expired", "", new Phase.Ended(RENEWAL)),
                Arguments.of("unpaid", "", new Phase.Ended(RENEWAL)),
                Arguments.of("paused", "", new Phase.Ended(RENEWAL)),
                Arguments.of("a status of tomorrow", "", new Phase.Ended(RENEWAL)));
    }

    @Test
    void a_paid_invoice_pays_for_the_period_of_its_line() {
        assertEquals(
                new Standing(
                        "quarterly",
                        Money.rupees(900),
                        List.of(new PaidTerm("in_1", FIRST_TERM, Money.rupees(900))),
                        new Phase.Running()),
                standing(subscription("active", ""), paidInvoice()));
    }

    @Test
    void a_failed_renewal_pays_for_nothing_though_the_period_has_moved() {
        Invoice renewal = invoice("in_2", "open", line(RENEWAL, SECOND_RENEWAL));
        assertEquals(List.of(FIRST_TERM), spans(standing(subscription("past_due", ""), paidInvoice(), renewal)));
    }

    /** {@code GraceTest} counts access from there, whenever it is asked. */
    @Case(16)
    @Test
    void who_is_left_past_due_for_ever_is_paid_through_the_same_instant_for_ever() {
        Invoice[] left = new Invoice[13];
        left[0] = paidInvoice();
        for (int term = 1; term < left.length; term++) {
            left[term] = invoice(
                    "in_" + (term + 1),
                    "open",
                    line(RENEWAL.plusSeconds(term * 7_776_000L), RENEWAL.plusSeconds((term + 1) * 7_776_000L)));
        }
        Standing standing = standing(subscription("past_due", ""), left);
        assertEquals(new Phase.PastDue(), standing.phase());
        assertEquals(List.of(FIRST_TERM), spans(standing));
    }

    @ParameterizedTest
    @MethodSource
    void an_invoice_does_not_pay_for_time(Invoice invoice) {
        assertEquals(List.of(), spans(standing(subscription("active", ""), invoice)));
    }

    static Stream<Invoice> an_invoice_does_not_pay_for_time() {
        return Stream.concat(
                Stream.of("draft", "open", "void", "uncollectible")
                        .map(status -> invoice("in_1", status, line(START, RENEWAL))),
                Stream.of(
                        invoice(
                                "in_proration",
                                "paid",
                                line(START, RENEWAL).replace("\"proration\":false", "\"proration\":true")),
                        invoice("in_trial", "paid", line(START, RENEWAL).replace("\"amount\":90000", "\"amount\":0")),
                        invoice("in_other", "paid", line(START, RENEWAL).replace("sub_1", "sub_2")),
                        invoice("in_by_hand", "paid", oneOffLine()),
                        invoice("in_empty", "paid", "")));
    }

    @Test
    void a_coupon_that_makes_it_free_still_pays_for_the_time() {
        Invoice free = paidInvoice();
        free.setAmountPaid(0L);
        assertEquals(
                List.of(new PaidTerm("in_1", FIRST_TERM, Money.rupees(0))),
                standing(subscription("active", ""), free).paid());
    }

    @Test
    void a_line_added_by_hand_does_not_lengthen_the_term() {
        Invoice both = invoice("in_1", "paid", line(START, RENEWAL) + "," + oneOffLine());
        assertEquals(List.of(FIRST_TERM), spans(standing(subscription("active", ""), both)));
    }

    @Test
    void a_refund_in_full_takes_the_term_back() {
        assertEquals(List.of(), spans(refunded("pi_in_1")));
    }

    @Test
    void the_refund_of_another_payment_does_not() {
        assertEquals(List.of(FIRST_TERM), spans(refunded("pi_in_2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trialing", "active", "past_due", "canceled"})
    void a_trial_is_given_from_its_start_to_its_end_by_the_subscriptions_own_word(String status) {
        Standing standing = standing(subscription(status, trial(START, RENEWAL)));
        assertEquals(Optional.of(FIRST_TERM), standing.trial());
        assertEquals(List.of(), spans(standing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incomplete", "incomplete_expired"})
    void one_that_has_not_begun_gives_no_trial(String status) {
        assertEquals(
                Optional.empty(),
                standing(subscription(status, trial(START, RENEWAL))).trial());
    }

    @Test
    void a_trial_that_was_over_at_once_gives_nothing() {
        assertEquals(
                Optional.empty(),
                standing(subscription("active", trial(START, START))).trial());
    }

    @Test
    @Case(28)
    void an_invoice_for_nothing_gives_no_trial_and_lengthens_none() {
        Invoice free = invoice("in_free", "paid", line(START, RENEWAL).replace("\"amount\":90000", "\"amount\":0"));
        assertEquals(
                Optional.empty(), standing(subscription("trialing", ""), free).trial());
        Instant day = START.plusSeconds(86_400);
        Standing standing = standing(subscription("trialing", trial(START, day)), free);
        assertEquals(Optional.of(new Window(START, day)), standing.trial());
        assertEquals(List.of(), spans(standing));
    }

    @Test
    void a_trial_stays_given_beside_the_terms_that_are_paid_after_it() {
        Standing standing = standing(subscription("active", trial(START.minusSeconds(86_400), START)), paidInvoice());
        assertEquals(Optional.of(new Window(START.minusSeconds(86_400), START)), standing.trial());
        assertEquals(List.of(FIRST_TERM), spans(standing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpaid", "paused"})
    void a_trial_that_nobody_paid_after_has_ended_with_itself(String status) {
        assertEquals(
                new Phase.Ended(RENEWAL),
                standing(subscription(status, trial(START, RENEWAL))).phase());
    }

    private static String trial(Instant start, Instant end) {
        return "\"trial_start\":%d,\"trial_end\":%d,".formatted(start.getEpochSecond(), end.getEpochSecond());
    }

    @Test
    void what_was_never_paid_has_ended_when_it_was_made() {
        Phase phase = standing(subscription("incomplete_expired", "")).phase();
        assertEquals(new Phase.Ended(START), assertInstanceOf(Phase.Ended.class, phase));
    }

    @Test
    void a_price_made_by_hand_at_stripe_goes_by_its_id() {
        Subscription byHand = subscription("active", "");
        byHand.getItems().getData().get(0).getPrice().getMetadata().clear();
        assertEquals("price_1", standing(byHand, paidInvoice()).plan());
    }

    private static Standing standing(Subscription subscription, Invoice... invoices) {
        return Translation.standing(new Holding(subscription, List.of(invoices), List.of(), List.of()));
    }

    private static Standing refunded(String payment) {
        PaymentIntent refunded = ApiResource.GSON.fromJson("""
                {"id":"%s","object":"payment_intent","status":"succeeded",
                 "latest_charge":{"id":"ch_1","object":"charge","refunded":true}}""".formatted(payment), PaymentIntent.class);
        return Translation.standing(
                new Holding(subscription("active", ""), List.of(paidInvoice()), List.of(refunded), List.of()));
    }

    private static List<Window> spans(Standing standing) {
        return standing.paid().stream().map(PaidTerm::span).toList();
    }

    private static Subscription subscription(String status, String more) {
        return ApiResource.GSON.fromJson(
                """
                {"id":"sub_1","object":"subscription","status":"%s",%s"created":%d,"items":{"object":"list","data":[
                  {"id":"si_1","object":"subscription_item","quantity":1,"current_period_start":%d,"current_period_end":%d,
                   "price":{"id":"price_1","object":"price","unit_amount":90000,"metadata":{"plan":"quarterly"}}}]}}""".formatted(status, more, START.getEpochSecond(), START.getEpochSecond(), RENEWAL.getEpochSecond()),
                Subscription.class);
    }

    private static Invoice paidInvoice() {
        return invoice("in_1", "paid", line(START, RENEWAL));
    }

    private static Invoice invoice(String id, String status, String lines) {
        return ApiResource.GSON.fromJson("""
                {"id":"%1$s","object":"invoice","status":"%2$s","amount_paid":90000,"lines":{"object":"list","data":[%3$s]},
                 "payments":{"object":"list","data":[
                  {"id":"inpay_1","object":"invoice_payment","status":"paid","payment":{"type":"payment_intent","payment_intent":"pi_%1$s"}}]}}""".formatted(id, status, lines), Invoice.class);
    }

    private static String line(Instant start, Instant end) {
        return """
                {"id":"il_1","object":"line_item","amount":90000,"period":{"start":%d,"end":%d},
                 "parent":{"type":"subscription_item_details","subscription_item_details":
                  {"subscription":"sub_1","subscription_item":"si_1","proration":false}}}""".formatted(start.getEpochSecond(), end.getEpochSecond());
    }

    private static String oneOffLine() {
        return """
                {"id":"il_2","object":"line_item","amount":5000,"period":{"start":%d,"end":%d},"parent":null}""".formatted(START.getEpochSecond(), SECOND_RENEWAL.getEpochSecond());
    }
}
