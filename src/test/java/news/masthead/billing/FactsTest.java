package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Invoice;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final Money PRICE = new Money(Held.PAISE);

    @Test
    void a_first_payment_begins_it() {
        assertEquals(List.of(began(), paid(0)), facts(new Held().paid(1)));
    }

    @Test
    void each_term_is_paid_once_and_it_begins_once() {
        assertEquals(List.of(began(), paid(0), paid(1), paid(2)), facts(new Held().paid(3)));
    }

    @Test
    void nothing_has_happened_before_the_first_payment() {
        assertEquals(
                List.of(),
                facts(new Held().standing("\"status\":\"incomplete\"").unpaid(0, 1, "requires_action")));
    }

    @Test
    void a_first_payment_that_failed_is_nobodys_news() {
        assertEquals(
                List.of(),
                facts(new Held()
                        .standing("\"status\":\"incomplete_expired\",\"ended_at\":" + seconds(Held.term(1)))
                        .unpaid(0, 1, "requires_payment_method")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires_payment_method", "requires_action", "canceled"})
    void a_renewal_that_waits_for_its_reader_was_declined(String payment) {
        assertEquals(
                List.of(began(), paid(0), declined(1)), facts(new Held().paid(1).unpaid(1, 1, payment)));
    }

    @Test
    void further_attempts_are_no_further_facts() {
        assertEquals(
                List.of(began(), paid(0), declined(1)),
                facts(new Held().paid(1).unpaid(1, 4, "requires_payment_method")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing", "succeeded"})
    void money_on_its_way_is_not_declined(String payment) {
        assertEquals(List.of(began(), paid(0)), facts(new Held().paid(1).unpaid(1, 1, payment)));
    }

    @Test
    void an_invoice_nobody_tried_to_collect_is_not_declined() {
        assertEquals(List.of(began(), paid(0)), facts(new Held().paid(1).unpaid(1, 0, "requires_payment_method")));
    }

    @Test
    void a_renewal_paid_at_the_second_attempt_was_declined_before() {
        assertEquals(
                List.of(began(), paid(0), declined(1), paid(1)),
                facts(new Held().paid(1).paidAtAttempt(1, 2)));
    }

    @ParameterizedTest
    @CsvSource({"90000", "100"})
    void money_given_back_is_a_fact_in_full_or_in_part(long paise) {
        Fact refunded =
                new Fact.Refunded("re_0", Held.term(0).plusSeconds(7200), "quarterly v1", new Money(paise), "in_0");
        assertEquals(List.of(began(), paid(0), refunded), facts(new Held().refunded(0, paise, "succeeded")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "requires_action", "failed", "canceled"})
    void a_refund_that_has_not_succeeded_is_none(String status) {
        assertEquals(List.of(began(), paid(0)), facts(new Held().refunded(0, Held.PAISE, status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs_response", "under_review"})
    void a_dispute_is_a_fact(String status) {
        assertEquals(List.of(began(), paid(0), disputed()), facts(new Held().disputed(0, status)));
    }

    @ParameterizedTest
    @CsvSource({"won,true", "lost,false"})
    void what_the_bank_decides_is_another(String status, boolean won) {
        Fact closed = new Fact.DisputeClosed("du_0", Held.START.plusSeconds(200), "quarterly v1", PRICE, won, "in_0");
        assertEquals(List.of(began(), paid(0), disputed(), closed), facts(new Held().disputed(0, status)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"warning_needs_response", "warning_under_review", "warning_closed", "prevented", "tomorrow"})
    void an_inquiry_moves_no_money(String status) {
        assertEquals(List.of(began(), paid(0)), facts(new Held().disputed(0, status)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "cancellation_requested,READER",
                "payment_failed,PAYMENT",
                "payment_disputed,DISPUTE",
                "a reason of tomorrow,READER",
                "null,READER"
            })
    void an_end_has_a_reason(String reason, Fact.Why why) {
        String details = reason == null ? "" : ",\"cancellation_details\":{\"reason\":\"" + reason + "\"}";
        Held over =
                new Held().paid(1).standing("\"status\":\"canceled\",\"ended_at\":" + seconds(Held.term(1)) + details);
        assertEquals(List.of(began(), paid(0), new Fact.Ended("sub_1", Held.term(1), "quarterly", why)), facts(over));
    }

    @Test
    void an_invoice_without_a_subscription_behind_it_pays_for_no_time() {
        Fact extra =
                new Fact.Paid("in_hand", Held.term(0).plusSeconds(500), "quarterly", new Money(500), Optional.empty());
        assertEquals(List.of(began(), paid(0), extra), facts(new Held().paid(1).with(byHand("inr"))));
    }

    @Test
    void money_in_another_currency_is_no_fact() {
        assertEquals(List.of(began(), paid(0)), facts(new Held().paid(1).with(byHand("usd"))));
    }

    /** An invoice with no subscription behind it. */
    private static Invoice byHand(String currency) {
        return ApiResource.GSON.fromJson("""
                {"id":"in_hand","object":"invoice","status":"paid","billing_reason":"manual","attempt_count":1,"currency":"%s",
                 "amount_due":500,"amount_paid":500,"parent":null,"status_transitions":{"paid_at":%d},
                 "lines":{"object":"list","data":[{"id":"il_h","object":"line_item","amount":500,"parent":null,
                  "period":{"start":1,"end":2}}]}}""".formatted(currency, seconds(Held.term(0)) + 500), Invoice.class);
    }

    @Test
    @Case(28)
    void a_trial_begins_nothing_and_its_invoice_for_nothing_pays_for_no_time() {
        assertEquals(List.of(trial()), facts(onTrial("trialing")));
    }

    @Test
    void after_a_trial_the_first_payment_begins_it() {
        assertEquals(List.of(trial(), began(), paid(0)), facts(onTrial("active").paid(1)));
    }

    @Test
    void a_trial_whose_first_payment_fails_was_declined_and_neither_began_nor_ended() {
        assertEquals(
                List.of(trial(), new Fact.Declined("in_0", Held.START, "quarterly v1", PRICE)),
                facts(onTrial("past_due").unpaidAfterTrial(1, "requires_payment_method")));
        assertEquals(
                List.of(trial()),
                facts(new Held()
                        .onTrial()
                        .standing("\"status\":\"canceled\",\"ended_at\":" + seconds(Held.START) + Held.trialFields())));
    }

    @Test
    void what_was_once_a_fact_stays_one() {
        List<Held> aLife = List.of(
                new Held().paid(1),
                new Held().paid(1).unpaid(1, 1, "requires_payment_method"),
                new Held().paid(1).paidAtAttempt(1, 3),
                new Held().paid(1).paidAtAttempt(1, 3).disputed(2, "needs_response"),
                new Held().paid(1).paidAtAttempt(1, 3).disputed(2, "lost"));
        List<List<Fact>> known = aLife.stream().map(FactsTest::facts).toList();
        for (int i = 1; i < known.size(); i++) {
            assertTrue(known.get(i).containsAll(known.get(i - 1)), known.get(i) + " after " + known.get(i - 1));
        }
    }

    @Test
    void a_return_from_a_pause_that_fails_on_the_agreed_day_was_declined() {
        assertEquals(List.of(began(), paid(0), declined(1)), facts(returned(Held.term(1), false)));
        assertEquals(
                List.of(began(), paid(0), declined(1)),
                facts(returned(Held.term(1).plusSeconds(1), false)),
                "clocks differ");
    }

    @Test
    void a_reader_who_comes_back_earlier_or_changes_the_plan_sees_it_fail() {
        assertEquals(List.of(began(), paid(0)), facts(returned(Held.term(1).plusSeconds(3600), false)));
        assertEquals(List.of(began(), paid(0)), facts(returned(Held.term(1), true)));
    }

    /** The second term's invoice, as for going on after a pause that was to end then. */
    private static Held returned(Instant agreed, boolean split) {
        return new Held().paid(1).unpaid(1, 1, "requires_payment_method").madeFor(1, agreed, split);
    }

    private static List<Fact> facts(Held held) {
        return Facts.of(
                held.holding(),
                price -> Stream.of(price)
                        .filter("price_of_then"::equals)
                        .map(known -> "quarterly v1")
                        .findFirst()
                        .orElseThrow());
    }

    private static Held onTrial(String status) {
        return new Held().onTrial().standing("\"status\":\"" + status + "\"" + Held.trialFields());
    }

    /** What was paid for it: nothing, and for no time. */
    private static Fact trial() {
        return new Fact.Paid("in_trial", Held.TRIAL, "quarterly", new Money(0), Optional.empty());
    }

    private static Fact began() {
        return new Fact.Began("sub_1", Held.START.plusSeconds(60), "quarterly v1");
    }

    private static Fact paid(int number) {
        return new Fact.Paid(
                "in_" + number,
                Held.term(number).plusSeconds(number == 0 ? 60 : 3660),
                "quarterly v1",
                PRICE,
                Optional.of(new Window(Held.term(number), Held.term(number + 1))));
    }

    private static Fact declined(int number) {
        return new Fact.Declined("in_" + number, Held.term(number).plusSeconds(3600), "quarterly v1", PRICE);
    }

    private static Fact disputed() {
        return new Fact.Disputed("du_0", Held.START.plusSeconds(100), "quarterly v1", PRICE, "in_0");
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }
}
