package news.masthead.billing;

import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Stripe could hold of one quarterly subscription, in Stripe's own JSON: {@code sub_1}, paid term after term of 90 days. */
final class Held {

    static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    static final Instant TRIAL = Instant.parse("2026-11-10T09:00:00Z");
    static final long PAISE = 90_000;

    private static final long TERM = 90L * 24 * 60 * 60;

    private final List<Invoice> invoices = new ArrayList<>();
    private final List<PaymentIntent> payments = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private String more = "\"status\":\"active\"";

    /** The start of the term with that number, from 0. */
    static Instant term(int number) {
        return START.plusSeconds(TERM * number);
    }

    /** @param fields of the subscription beside those that are always there */
    Held standing(String fields) {
        more = fields;
        return this;
    }

    /** Free days that are over when the term with number 0 starts, with the invoice for nothing that Stripe makes of them. */
    Held onTrial() {
        invoices.add(ApiResource.GSON.fromJson(
                """
                {"id":"in_trial","object":"invoice","status":"paid","billing_reason":"subscription_create","attempt_count":0,
                 "amount_due":0,"amount_paid":0,"status_transitions":{"finalized_at":%1$d,"paid_at":%1$d},
                 "lines":{"object":"list","data":[{"id":"il_trial","object":"line_item","amount":0,
                  "period":{"start":%1$d,"end":%2$d},
                  "pricing":{"type":"price_details","price_details":{"price":"price_of_then","product":"prod_1"}},
                  "parent":{"type":"subscription_item_details","subscription_item_details":
                   {"subscription":"sub_1","subscription_item":"si_1","proration":false}}}]},
                 "payments":{"object":"list","data":[]}}""".formatted(TRIAL.getEpochSecond(), START.getEpochSecond()), Invoice.class));
        return this;
    }

    /** A subscription's fields of those days, beside its status. */
    static String trialFields() {
        return ",\"trial_start\":%d,\"trial_end\":%d".formatted(TRIAL.getEpochSecond(), START.getEpochSecond());
    }

    /** The first term's invoice after a trial, open after that many attempts. */
    Held unpaidAfterTrial(int attempts, String payment) {
        unpaid(0, attempts, payment);
        invoices.getLast().setBillingReason("subscription_cycle");
        return this;
    }

    /** Term after term, each paid at once. */
    Held paid(int terms) {
        for (int number = 0; number < terms; number++) {
            invoice(number, "paid", 1);
            payment(number, "succeeded", "\"refunded\":false,\"disputed\":false");
        }
        return this;
    }

    /** The term's invoice was paid, at the attempt with that number. */
    Held paidAtAttempt(int number, int attempts) {
        invoice(number, "paid", attempts);
        payment(number, "succeeded", "\"refunded\":false,\"disputed\":false");
        return this;
    }

    /** The term's invoice is open after that many attempts; its payment is in that status. */
    Held unpaid(int number, int attempts, String payment) {
        invoice(number, "open", attempts);
        payment(number, payment, "\"refunded\":false,\"disputed\":false");
        return this;
    }

    /** A paid term of which that much was given back. */
    Held refunded(int number, long paise, String status) {
        invoice(number, "paid", 1);
        payment(number, "succeeded", """
                "refunded":%b,"disputed":false,"refunds":{"object":"list","data":[
                 {"id":"re_%d","object":"refund","amount":%d,"status":"%s","created":%d}]}""".formatted(
                        paise == PAISE && status.equals("succeeded"),
                        number,
                        paise,
                        status,
                        term(number).getEpochSecond() + 7200));
        return this;
    }

    /** A paid term that its payer's bank disputes. */
    Held disputed(int number, String status) {
        invoice(number, "paid", 1);
        payment(number, "succeeded", "\"refunded\":false,\"disputed\":true");
        disputes.add(ApiResource.GSON.fromJson(
                """
                {"id":"du_%1$d","object":"dispute","amount":%2$d,"status":"%3$s","payment_intent":"pi_%1$d","created":%4$d,
                 "balance_transactions":[{"id":"txn_1","object":"balance_transaction","created":%4$d},
                  {"id":"txn_2","object":"balance_transaction","created":%5$d}]}""".formatted(
                                number,
                                PAISE,
                                status,
                                term(number).getEpochSecond() + 100,
                                term(number).getEpochSecond() + 200),
                Dispute.class));
        return this;
    }

    /** The term's invoice is for a change of the subscription, which said then that it was to go on at that instant. */
    Held madeFor(int number, Instant wentOn, boolean split) {
        Invoice invoice = invoices.get(number);
        invoice.setBillingReason("subscription_update");
        invoice.setParent(ApiResource.GSON.fromJson("""
                {"type":"subscription_details","subscription_details":{"subscription":"sub_1","metadata":{"went_on":"%d"}}}""".formatted(wentOn.getEpochSecond()), Invoice.Parent.class));
        invoice.getLines()
                .getData()
                .forEach(line -> line.getParent().getSubscriptionItemDetails().setProration(split));
        return this;
    }

    Held with(Invoice invoice) {
        invoices.add(invoice);
        return this;
    }

    Holding holding() {
        return new Holding(subscription(), invoices, payments, disputes);
    }

    private Subscription subscription() {
        int last = Math.max(0, invoices.size() - 1);
        return ApiResource.GSON.fromJson(
                """
                {"id":"sub_1","object":"subscription","customer":"cus_1",%s,"created":%d,"items":{"object":"list","data":[
                  {"id":"si_1","object":"subscription_item","quantity":1,"current_period_start":%d,"current_period_end":%d,
                   "price":{"id":"price_1","object":"price","unit_amount":%d,"metadata":{"plan":"quarterly"}}}]}}""".formatted(
                                more,
                                START.getEpochSecond(),
                                term(last).getEpochSecond(),
                                term(last + 1).getEpochSecond(),
                                PAISE),
                Subscription.class);
    }

    private void invoice(int number, String status, int attempts) {
        invoices.add(ApiResource.GSON.fromJson(
                """
                {"id":"in_%1$d","object":"invoice","status":"%2$s","billing_reason":"%3$s","attempt_count":%4$d,
                 "amount_due":%5$d,"amount_paid":%6$d,
                 "status_transitions":{"finalized_at":%7$d,"paid_at":%8$s},
                 "lines":{"object":"list","data":[{"id":"il_%1$d","object":"line_item","amount":%5$d,
                  "period":{"start":%9$d,"end":%10$d},
                  "pricing":{"type":"price_details","price_details":{"price":"price_of_then","product":"prod_1"}},
                  "parent":{"type":"subscription_item_details","subscription_item_details":
                   {"subscription":"sub_1","subscription_item":"si_1","proration":false}}}]},
                 "payments":{"object":"list","data":[{"id":"inpay_%1$d","object":"invoice_payment","status":"%11$s",
                  "payment":{"type":"payment_intent","payment_intent":"pi_%1$d"}}]}}""".formatted(
                                number,
                                status,
                                number == 0 ? "subscription_create" : "subscription_cycle",
                                attempts,
                                PAISE,
                                status.equals("paid") ? PAISE : 0,
                                finalised(number),
                                status.equals("paid") ? finalised(number) + 60 : "null",
                                term(number).getEpochSecond(),
                                term(number + 1).getEpochSecond(),
                                status.equals("paid") ? "paid" : "open"),
                Invoice.class));
    }

    private static long finalised(int number) {
        return term(number).getEpochSecond() + (number == 0 ? 0 : 3600);
    }

    private void payment(int number, String status, String charge) {
        payments.add(ApiResource.GSON.fromJson("""
                {"id":"pi_%1$d","object":"payment_intent","status":"%2$s","amount":%3$d,
                 "latest_charge":{"id":"ch_%1$d","object":"charge",%4$s}}""".formatted(number, status, PAISE, charge), PaymentIntent.class));
    }
}
